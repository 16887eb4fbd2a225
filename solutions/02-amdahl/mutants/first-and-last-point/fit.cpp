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
  const auto by_workers = [](const Measurement& a, const Measurement& b) { return a.workers < b.workers; };
  const auto [fewest, most] = std::ranges::minmax_element(measurements, by_workers);
  const double x_fewest = 1.0 / fewest->workers;
  const double x_most = 1.0 / most->workers;
  const double parallel_s = std::max(0.0, (fewest->seconds - most->seconds) / (x_fewest - x_most));
  const double serial_s = std::max(0.0, most->seconds - parallel_s * x_most);
  return {.serial_s = serial_s, .parallel_s = parallel_s};
}

double parallel_fraction(const Fit& fit) { return fit.parallel_s / (fit.serial_s + fit.parallel_s); }
