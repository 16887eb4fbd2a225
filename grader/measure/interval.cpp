#include "measure/interval.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>

namespace lockstep::measure {
namespace {

constexpr double kMostError = 0.01;

double middle_of(const std::vector<double>& sorted) {
  const std::size_t half = sorted.size() / 2;
  return sorted.size() % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/// How many values may be left out at each end. Each value is below the median with probability 1/2, so the k-th
/// smallest is above it with the probability that fewer than k are below.
std::size_t values_left_out(std::size_t size) {
  double exactly = std::pow(0.5, static_cast<double>(size));  // P(none below)
  double fewer = exactly;
  std::size_t left_out = 0;
  while (left_out < size / 2) {
    exactly *= static_cast<double>(size - left_out) / static_cast<double>(left_out + 1);
    if (2 * (fewer + exactly) > kMostError) break;
    fewer += exactly;
    ++left_out;
  }
  return left_out;
}

}  // namespace

Interval median_interval(std::vector<double> sample) {
  assert(!sample.empty());
  std::ranges::sort(sample);
  const std::size_t left_out = values_left_out(sample.size());
  return {sample[left_out], middle_of(sample), sample[sample.size() - 1 - left_out]};
}

double median(std::vector<double> sample) {
  assert(!sample.empty());
  std::ranges::sort(sample);
  return middle_of(sample);
}

}  // namespace lockstep::measure
