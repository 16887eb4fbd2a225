#include "checks/speedup/outlook.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <vector>

namespace lockstep::checks::speedup {
namespace {

constexpr std::size_t kLeastLooks = 8;  // the fewest from which the median's interval is 99 % sure
constexpr std::size_t kMostLooks = 16;
constexpr std::size_t kLooksForBusy = 3;

/// The time of the sequential code comes from a process of the submission's program. It counts as far as the lab's own
/// program, which ran on the same data just before, bears it out.
constexpr double kMostDoubt = 1.5;

using Look = std::variant<NoOutlook, Forecast>;

/// A run that ended so has no right result to compare; but only this way of running is to blame, perhaps: its stacks
/// are smaller, and only one thread runs at a time. The other measures see whether the function runs at all.
bool is_end(FindingKind kind) {
  return kind == FindingKind::kCrash || kind == FindingKind::kEarlyExit || kind == FindingKind::kTimeOut ||
         kind == FindingKind::kMemory || kind == FindingKind::kException;
}

Answer<Look> look(const Bench& bench, const std::string& function, unsigned workers) {
  const Repetition repetition{
      .function = function, .seed = bench.next_seed(), .workers = workers, .watch = Watch::kPlain, .patience = {}};
  const Answer<Reading> right = bench.baseline.repeat(plainly(bench, repetition.seed));
  if (!right) return tl::unexpected(right.error());
  auto told = bench.predictor->forecast(repetition);
  if (!told) {
    if (!is_end(told.error().kind)) return tl::unexpected(told.error());
    return NoOutlook{fmt::format("recorded on one core, it {}", told.error().what)};
  }
  if (const auto* unpredictable = std::get_if<Unpredictable>(&*told)) return NoOutlook{unpredictable->why};
  auto& forecast = std::get<Forecast>(*told);
  if (forecast.checksum != right->checksum) return tl::unexpected(wrong_result(repetition));
  const double seen = right->cpu_s > 0 ? right->cpu_s : right->wall_s;
  forecast.baseline_s = std::min(forecast.baseline_s, kMostDoubt * seen);
  return std::move(forecast);
}

/// Several looks with the same number of workers; nothing, and why, when one of them failed.
struct Looks {
  std::vector<Forecast> forecasts;
  std::optional<NoOutlook> none;

  [[nodiscard]] Interval speedup() const {
    return median_interval(each([](const Forecast& forecast) { return forecast.baseline_s / forecast.makespan_s; }));
  }
  [[nodiscard]] double busy() const {
    return median(each([](const Forecast& forecast) { return forecast.work_s / forecast.makespan_s; }));
  }

  template <class Value>
  [[nodiscard]] std::vector<double> each(Value value) const {
    std::vector<double> values;
    std::ranges::transform(forecasts, std::back_inserter(values), value);
    return values;
  }
};

/// Looks until `enough` holds, at most kMostLooks times.
template <class Enough>
Answer<Looks> look_until(const Bench& bench, const std::string& function, unsigned workers, Enough enough) {
  Looks looks;
  while (looks.forecasts.size() < kMostLooks && !enough(looks)) {
    auto seen = look(bench, function, workers);
    if (!seen) return tl::unexpected(seen.error());
    if (auto* none = std::get_if<NoOutlook>(&*seen)) {
      looks.none = std::move(*none);
      return looks;
    }
    looks.forecasts.push_back(std::get<Forecast>(std::move(*seen)));
  }
  return looks;
}

Answer<Looks> look_until_clear(const Bench& bench, const std::string& function, unsigned workers, double threshold) {
  bench.progress(fmt::format("{}: what {} cores would give", function, workers));
  return look_until(bench, function, workers, [threshold](const Looks& looks) {
    if (looks.forecasts.size() < kLeastLooks) return false;
    const Interval known = looks.speedup();
    return known.low >= threshold || known.high < threshold;
  });
}

}  // namespace

double asked_on_two(const SpeedupCheck& settings) { return 2 * settings.full_points_at; }

Answer<std::variant<NoOutlook, Outlook>> look_ahead(const Bench& bench, const std::string& function,
                                                    const SpeedupCheck& settings, unsigned workers) {
  const auto two = look_until_clear(bench, function, 2, asked_on_two(settings));
  if (!two) return tl::unexpected(two.error());
  if (two->none) return *two->none;
  Outlook found{.on_two = two->speedup(),
                .on_many = {},
                .explanation = two->forecasts.front().explanation,
                .threads = two->forecasts.front().threads,
                .busy = two->busy()};
  if (found.on_two.high < asked_on_two(settings)) return found;

  const Predicted& asked = *settings.predicted;
  const auto many = look_until_clear(bench, function, asked.cores, asked.speedup);
  if (!many) return tl::unexpected(many.error());
  if (many->none) return *many->none;
  found.on_many = many->speedup();
  found.explanation = many->forecasts.front().explanation;
  found.threads = many->forecasts.front().threads;
  if (workers == 2) return found;

  const auto in_rounds =
      look_until(bench, function, workers, [](const Looks& looks) { return looks.forecasts.size() == kLooksForBusy; });
  if (!in_rounds) return tl::unexpected(in_rounds.error());
  if (in_rounds->none) return *in_rounds->none;
  found.busy = in_rounds->busy();
  return found;
}

}  // namespace lockstep::checks::speedup
