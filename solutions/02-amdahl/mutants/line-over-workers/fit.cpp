#include "fit.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <stdexcept>

namespace {

void require_valid(std::span<const Measurement> measurements) {
  if (measurements.empty()) throw std::invalid_argument("there are no measurements");
  for (const Measurement& one : measurements) {
    if (one.workers == 0) throw std::invalid_argument("a measurement's workers must be 1 at least");
    if (!std::isfinite(one.seconds) || one.seconds <= 0) {
      throw std::invalid_argument("a measurement's seconds must be positive and finite");
    }
  }
}

double median(std::vector<double> values) {
  std::ranges::sort(values);
  const std::size_t middle = values.size() / 2;
  return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

}  // namespace

std::vector<Measurement> medians(std::span<const Measurement> runs) {
  require_valid(runs);
  std::map<unsigned, std::vector<double>> by_workers;
  for (const Measurement& run : runs) by_workers[run.workers].push_back(run.seconds);
  std::vector<Measurement> result;
  result.reserve(by_workers.size());
  for (auto& [workers, seconds] : by_workers) result.push_back({workers, median(std::move(seconds))});
  return result;
}

Fit fit(std::span<const Measurement> measurements) {
  require_valid(measurements);
  if (std::ranges::all_of(measurements, [&](const auto& one) { return one.workers == measurements[0].workers; })) {
    throw std::invalid_argument("measurements of two numbers of workers are needed to tell serial from parallel");
  }
  const auto size = static_cast<double>(measurements.size());
  double mean_x = 0;
  double mean_t = 0;
  for (const auto& [workers, seconds] : measurements) {
    mean_x += workers / size;
    mean_t += seconds / size;
  }
  double xx = 0;  // of the deviations from the means, which loses fewer digits than the plain products
  double xt = 0;
  double plain_xx = 0;
  double plain_xt = 0;
  for (const auto& [workers, seconds] : measurements) {
    const double x = workers;
    xx += (x - mean_x) * (x - mean_x);
    xt += (x - mean_x) * (seconds - mean_t);
    plain_xx += x * x;
    plain_xt += x * seconds;
  }
  const double slope = xt / xx;
  const double intercept = mean_t - slope * mean_x;
  // The sum of squares is convex: where its lowest point has a negative part, the best allowed one is on that border.
  if (slope < 0) return {.serial_s = mean_t, .parallel_s = 0};
  if (intercept < 0) return {.serial_s = 0, .parallel_s = plain_xt / plain_xx};
  return {.serial_s = intercept, .parallel_s = slope};
}

double parallel_fraction(const Fit& fit) { return fit.parallel_s / (fit.serial_s + fit.parallel_s); }
