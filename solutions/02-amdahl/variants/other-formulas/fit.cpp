#include "fit.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace {

void check(std::span<const Measurement> measurements) {
  if (measurements.empty()) throw std::invalid_argument("no measurements");
  for (const Measurement& measurement : measurements) {
    if (measurement.workers < 1) throw std::invalid_argument("no workers in a measurement");
    const bool good = std::isfinite(measurement.seconds) && measurement.seconds > 0;
    if (!good) throw std::invalid_argument("impossible seconds in a measurement");
  }
}

double sum_of_squares(std::span<const Measurement> measurements, const Fit& fit) {
  double sum = 0;
  for (const Measurement& measurement : measurements) {
    const double error = measurement.seconds - fit.serial_s - fit.parallel_s / measurement.workers;
    sum += error * error;
  }
  return sum;
}

}  // namespace

std::vector<Measurement> medians(std::span<const Measurement> runs) {
  check(runs);
  std::vector<Measurement> sorted(runs.begin(), runs.end());
  std::sort(sorted.begin(), sorted.end(), [](const Measurement& a, const Measurement& b) {
    return a.workers != b.workers ? a.workers < b.workers : a.seconds < b.seconds;
  });
  std::vector<Measurement> result;
  for (auto begin = sorted.begin(); begin != sorted.end();) {
    const auto end =
        std::find_if(begin, sorted.end(), [&](const Measurement& m) { return m.workers != begin->workers; });
    const auto count = end - begin;
    const double low = (begin + (count - 1) / 2)->seconds;
    const double high = (begin + count / 2)->seconds;
    result.push_back({.workers = begin->workers, .seconds = low + (high - low) / 2});
    begin = end;
  }
  return result;
}

Fit fit(std::span<const Measurement> measurements) {
  check(measurements);
  double n = 0;
  double x = 0;
  double t = 0;
  double xx = 0;
  double xt = 0;
  bool differ = false;
  for (const Measurement& measurement : measurements) {
    const double share = 1 / static_cast<double>(measurement.workers);
    differ = differ || measurement.workers != measurements.front().workers;
    n += 1;
    x += share;
    t += measurement.seconds;
    xx += share * share;
    xt += share * measurement.seconds;
  }
  if (!differ) throw std::invalid_argument("measurements of one number of workers only");
  const double parallel_s = (n * xt - x * t) / (n * xx - x * x);
  const Fit free{.serial_s = (t - parallel_s * x) / n, .parallel_s = parallel_s};
  if (free.serial_s >= 0 && free.parallel_s >= 0) return free;
  const Fit all_parallel{.serial_s = 0, .parallel_s = xt / xx};
  const Fit all_serial{.serial_s = t / n, .parallel_s = 0};
  const bool parallel_is_better = sum_of_squares(measurements, all_parallel) < sum_of_squares(measurements, all_serial);
  return parallel_is_better ? all_parallel : all_serial;
}

double parallel_fraction(const Fit& fit) { return 1 / (1 + fit.serial_s / fit.parallel_s); }
