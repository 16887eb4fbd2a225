#include "explorer/predict/curve.h"

#include <algorithm>
#include <cassert>
#include <map>

namespace lockstep::predict {
namespace {

/// Time relative to the baseline, by cores.
using Times = std::map<unsigned, double>;

double median(std::vector<double> values) {
  std::ranges::sort(values);
  const std::size_t middle = values.size() / 2;
  return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

Times recorded_times(std::span<const Repetition> repetitions) {
  std::map<unsigned, std::vector<double>> all;
  for (const Repetition& repetition : repetitions) {
    assert(repetition.baseline > 0 && repetition.makespan > 0);
    all[repetition.workers].push_back(static_cast<double>(repetition.makespan) /
                                      static_cast<double>(repetition.baseline));
  }
  Times times;
  for (const auto& [workers, values] : all) times[workers] = median(values);
  return times;
}

/// Time = serial + parallel ÷ cores.
struct Amdahl {
  double serial = 0;
  double parallel = 0;

  [[nodiscard]] double on(unsigned cores) const { return serial + parallel / cores; }
};

Amdahl through(const Times::value_type& fewer, const Times::value_type& more) {
  const double parallel = (fewer.second - more.second) / (1.0 / fewer.first - 1.0 / more.first);
  return {.serial = more.second - parallel / more.first, .parallel = parallel};
}

/// More cores never make a greedy schedule of this kind slower, nor the serial part less than nothing.
Amdahl beyond(const Times& times) {
  const auto last = std::prev(times.end());
  const Amdahl fitted = through(*std::prev(last), *last);
  if (fitted.parallel < 0) return {.serial = last->second, .parallel = 0};
  if (fitted.serial < 0) return {.serial = 0, .parallel = last->second * last->first};
  return fitted;
}

}  // namespace

std::vector<Point> curve(std::span<const Repetition> repetitions, unsigned most) {
  const Times times = recorded_times(repetitions);
  std::vector<Point> points;
  for (unsigned cores = 1; cores <= most && !times.empty(); ++cores) {
    const auto above = times.lower_bound(cores);
    if (above != times.end() && above->first == cores) {
      points.push_back({cores, 1 / above->second, Point::Basis::kRecorded});
    } else if (above == times.end() && times.size() > 1) {
      points.push_back({cores, 1 / beyond(times).on(cores), Point::Basis::kExtrapolated});
    } else if (above != times.end() && above != times.begin()) {
      points.push_back({cores, 1 / through(*std::prev(above), *above).on(cores), Point::Basis::kBetween});
    }
  }
  return points;
}

}  // namespace lockstep::predict
