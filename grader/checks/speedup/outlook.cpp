#include "checks/speedup/outlook.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <vector>

#include "checks/speedup/record_run.h"

namespace lockstep::checks::speedup {
namespace {

constexpr std::size_t kLeastLooks = 8;  // the fewest from which the median's interval is 99 % sure
constexpr std::size_t kMostLooks = 16;
constexpr std::size_t kLooksForBusy = 3;

/// Several looks with the same number of workers; nothing, and why, when one of them failed.
struct Looks {
  std::vector<Forecast> forecasts;
  std::optional<Unpredictable> none;

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
    auto seen = record_run(bench, function, workers);
    if (!seen) return tl::unexpected(seen.error());
    if (auto* none = std::get_if<Unpredictable>(&*seen)) {
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

Answer<std::variant<Unpredictable, Outlook>> look_ahead(const Bench& bench, const std::string& function,
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
