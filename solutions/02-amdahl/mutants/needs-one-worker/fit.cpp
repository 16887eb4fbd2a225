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
  const auto one = std::ranges::find(measurements, 1U, &Measurement::workers);
  const double on_one_s = one == measurements.end() ? measurements[0].seconds : one->seconds;
  // The serial fraction of each measurement, after Karp and Flatt, and their mean.
  double sum = 0;
  int count = 0;
  for (const auto& [workers, seconds] : measurements) {
    if (workers == 1) continue;
    const double share = 1.0 / workers;
    sum += (seconds / on_one_s - share) / (1 - share);
    ++count;
  }
  const double serial_fraction = std::clamp(sum / count, 0.0, 1.0);
  return {.serial_s = serial_fraction * on_one_s, .parallel_s = (1 - serial_fraction) * on_one_s};
}

double parallel_fraction(const Fit& fit) { return fit.parallel_s / (fit.serial_s + fit.parallel_s); }
