#include "checks/speedup/clock.h"

#include <algorithm>
#include <cassert>
#include <vector>

namespace lockstep::checks::speedup {
namespace {

constexpr double kMostRoundsQuiet = 0.75;

template <class Value>
std::vector<double> each(std::span<const Round> rounds, Value value) {
  std::vector<double> values;
  std::ranges::transform(rounds, std::back_inserter(values), value);
  return values;
}

}  // namespace

ClockSays read_clock(std::span<const Round> rounds, unsigned workers) {
  assert(!rounds.empty());
  const auto quiet =
      std::ranges::count_if(rounds, [workers](const Round& round) { return round.capacity.quiet(workers); });
  const auto speedup = [](const Round& round) { return round.baseline_s / round.submission_s; };
  // A kernel that counts in ticks may have counted none.
  const auto cpu_ratio = [](const Round& round) {
    return round.submission_cpu_s / std::max(round.baseline_cpu_s, 1e-3);
  };
  return {
      .quiet = static_cast<double>(quiet) >= kMostRoundsQuiet * static_cast<double>(rounds.size()),
      .presence = median(each(rounds, [](const Round& round) { return round.capacity.presence; })),
      .capacity = median(each(rounds, [](const Round& round) { return round.capacity.cores; })),
      .speedup = median_interval(each(rounds, speedup)),
      .share = median_interval(each(rounds, [&](const Round& round) { return speedup(round) / round.capacity.cores; })),
      .cpu_ratio = median(each(rounds, cpu_ratio)),
      .rounds = rounds.size()};
}

bool is_clear(const ClockSays& clock, double full_points_at) {
  if (clock.rounds < kLeastRounds) return false;
  if (!clock.quiet || clock.share.low >= full_points_at) return true;
  return clock.rounds >= kRoundsToFail && clock.share.high < full_points_at;
}

}  // namespace lockstep::checks::speedup
