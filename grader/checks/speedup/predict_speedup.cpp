#include "checks/speedup/predict_speedup.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <vector>

#include "measure/record_run.h"

namespace lockstep::checks::speedup {

using measure::Answer;
using measure::Bench;
using measure::Interval;
using measure::median;
using measure::median_interval;
using measure::Prediction;

namespace {

constexpr std::size_t kLeastRecordings = 8;  // the fewest from which the median's interval is 99 % sure
constexpr std::size_t kMostRecordings = 16;
constexpr std::size_t kRecordingsForBusy = 3;

/// Predictions with the same number of workers; or why there are none, when one run could not be recorded.
struct Sample {
  std::vector<Prediction> predictions;
  std::optional<Unpredictable> none;

  [[nodiscard]] Interval speedup() const {
    return median_interval(
        each([](const Prediction& prediction) { return prediction.baseline_s / prediction.makespan_s; }));
  }
  [[nodiscard]] double busy() const {
    return median(each([](const Prediction& prediction) { return prediction.work_s / prediction.makespan_s; }));
  }

  template <class Value>
  [[nodiscard]] std::vector<double> each(Value value) const {
    std::vector<double> values;
    std::ranges::transform(predictions, std::back_inserter(values), value);
    return values;
  }
};

/// Records runs until `enough` holds, at most kMostRecordings times.
template <class Enough>
Answer<Sample> predict_until(const Bench& bench, const std::string& function, unsigned workers, Enough enough) {
  Sample sample;
  while (sample.predictions.size() < kMostRecordings && !enough(sample)) {
    auto recorded = record_run(bench, function, workers);
    if (!recorded) return tl::unexpected(recorded.error());
    if (auto* none = std::get_if<Unpredictable>(&*recorded)) {
      sample.none = std::move(*none);
      return sample;
    }
    sample.predictions.push_back(std::get<Prediction>(std::move(*recorded)));
  }
  return sample;
}

Answer<Sample> predict_until_clear(const Bench& bench, const std::string& function, unsigned workers,
                                   double threshold) {
  bench.progress(fmt::format("{}: what {} cores would give", function, workers));
  return predict_until(bench, function, workers, [threshold](const Sample& sample) {
    if (sample.predictions.size() < kLeastRecordings) return false;
    const Interval known = sample.speedup();
    return known.low >= threshold || known.high < threshold;
  });
}

}  // namespace

double asked_on_two(const SpeedupCheck& settings) { return 2 * settings.full_points_at; }

Answer<std::variant<Unpredictable, PredictedSpeedup>> predict_speedup(const Bench& bench, const std::string& function,
                                                                      const SpeedupCheck& settings, unsigned workers) {
  const auto two = predict_until_clear(bench, function, 2, asked_on_two(settings));
  if (!two) return tl::unexpected(two.error());
  if (two->none) return *two->none;
  PredictedSpeedup found{.on_two = two->speedup(),
                         .on_many = {},
                         .explanation = two->predictions.front().explanation,
                         .threads = two->predictions.front().threads,
                         .busy = two->busy()};
  if (found.on_two.high < asked_on_two(settings)) return found;

  const Predicted& asked = *settings.predicted;
  const auto many = predict_until_clear(bench, function, asked.cores, asked.speedup);
  if (!many) return tl::unexpected(many.error());
  if (many->none) return *many->none;
  found.on_many = many->speedup();
  found.explanation = many->predictions.front().explanation;
  found.threads = many->predictions.front().threads;
  if (workers == 2) return found;

  const auto in_rounds = predict_until(
      bench, function, workers, [](const Sample& sample) { return sample.predictions.size() == kRecordingsForBusy; });
  if (!in_rounds) return tl::unexpected(in_rounds.error());
  if (in_rounds->none) return *in_rounds->none;
  found.busy = in_rounds->busy();
  return found;
}

}  // namespace lockstep::checks::speedup
