#include "measure/clock.h"

#include <algorithm>
#include <cassert>
#include <vector>

namespace lockstep::measure {
namespace {

/// Of the CPU time that a function can use while it runs, the share that shows that it did.
constexpr double kPresent = 0.9;

template <class Value>
std::vector<double> each(std::span<const Round> rounds, Value value) {
  std::vector<double> values;
  std::ranges::transform(rounds, std::back_inserter(values), value);
  return values;
}

double speedup(const Round& round) { return round.baseline_s / round.submission_s; }

bool is_believed(const Round& round, unsigned workers, double busy) {
  return round.capacity.quiet(workers) && round.submission_cpu_s >= kPresent * busy * round.submission_s;
}

}  // namespace

ClockSays read_clock(std::span<const Round> rounds, unsigned workers, double busy) {
  assert(!rounds.empty());
  std::vector<Round> believed;
  std::ranges::copy_if(rounds, std::back_inserter(believed),
                       [&](const Round& round) { return is_believed(round, workers, busy); });
  const std::span<const Round> shown = believed.empty() ? rounds : believed;
  // A kernel that counts in ticks may have counted none.
  const auto cpu_ratio = [](const Round& round) {
    return round.submission_cpu_s / std::max(round.baseline_cpu_s, 1e-3);
  };
  return {
      .rounds = believed.size(),
      .measured = rounds.size(),
      .cpu_share = median(each(rounds, [](const Round& round) { return round.capacity.cpu_share; })),
      .capacity = median(each(rounds, [](const Round& round) { return round.capacity.cores; })),
      .preemptions = median(each(rounds, [](const Round& round) { return round.capacity.preemptions; })),
      .speedup = median_interval(each(shown, speedup)),
      .share = median_interval(each(shown, [](const Round& round) { return speedup(round) / round.capacity.cores; })),
      .cpu_ratio = median_interval(each(rounds, cpu_ratio))};
}

bool can_judge(const ClockSays& clock, double full_points_at) {
  return clock.rounds >= kRoundsToFail || (clock.rounds >= kLeastRounds && clock.share.low >= full_points_at);
}

bool is_clear(const ClockSays& clock, double full_points_at) {
  if (clock.measured < kLeastRounds) return false;
  if (2 * clock.rounds < clock.measured) return true;
  if (clock.rounds >= kLeastRounds && clock.share.low >= full_points_at) return true;
  return clock.rounds >= kRoundsToFail && clock.share.high < full_points_at;
}

}  // namespace lockstep::measure
