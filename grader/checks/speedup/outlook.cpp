#include "checks/speedup/outlook.h"

#include <fmt/format.h>

#include <algorithm>
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

double speedup(const Forecast& forecast) { return forecast.baseline_s / forecast.makespan_s; }

Outlook outlook(const Forecast& forecast, std::vector<double> speedups) {
  return {.speedup = median_interval(std::move(speedups)),
          .explanation = forecast.explanation,
          .threads = forecast.threads,
          .busy = forecast.work_s / forecast.makespan_s};
}

bool is_clear(const std::vector<double>& speedups, double threshold) {
  if (speedups.size() < kLeastLooks) return false;
  const Interval known = median_interval(speedups);
  return known.low >= threshold || known.high < threshold;
}

}  // namespace

Answer<std::variant<NoOutlook, Outlook>> look_ahead(const Bench& bench, const std::string& function,
                                                    const Predicted& settings, unsigned workers) {
  bench.progress(fmt::format("{}: what {} cores would give", function, settings.cores));
  std::vector<double> speedups;
  std::optional<Outlook> found;
  while (speedups.size() < kMostLooks && !is_clear(speedups, settings.speedup)) {
    const auto seen = look(bench, function, settings.cores);
    if (!seen) return tl::unexpected(seen.error());
    if (const auto* none = std::get_if<NoOutlook>(&*seen)) return *none;
    const auto& forecast = std::get<Forecast>(*seen);
    speedups.push_back(speedup(forecast));
    if (!found) found = outlook(forecast, speedups);
  }
  found->speedup = median_interval(std::move(speedups));

  std::vector<double> busy;
  for (std::size_t i = 0; i < kLooksForBusy; ++i) {
    const auto seen = look(bench, function, workers);
    if (!seen) return tl::unexpected(seen.error());
    if (const auto* none = std::get_if<NoOutlook>(&*seen)) return *none;
    const auto& forecast = std::get<Forecast>(*seen);
    busy.push_back(forecast.work_s / forecast.makespan_s);
  }
  found->busy = median(std::move(busy));
  return *found;
}

Answer<std::variant<NoOutlook, Outlook>> look_once(const Bench& bench, const std::string& function,
                                                   const Predicted& settings) {
  const auto seen = look(bench, function, settings.cores);
  if (!seen) return tl::unexpected(seen.error());
  if (const auto* none = std::get_if<NoOutlook>(&*seen)) return *none;
  const auto& forecast = std::get<Forecast>(*seen);
  return outlook(forecast, {speedup(forecast)});
}

}  // namespace lockstep::checks::speedup
