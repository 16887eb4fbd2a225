#include "measure.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "laws.h"

Measured measure_stages(const Stages& stages, const Clock& now) {
  StageTimes times;
  auto begin = now();
  const std::string text = stages.read();
  times.read = now() - begin;

  begin = now();
  const Words words = stages.transform(text);
  times.transform = now() - begin;

  Counts counts;
  begin = now();
  stages.aggregate(words, counts);
  times.aggregate = now() - begin;

  begin = now();
  std::string report = stages.write(counts);
  times.write = now() - begin;
  return {std::move(report), times};
}

double parallel_fraction(const StageTimes& times) {
  using Seconds = std::chrono::duration<double>;
  const auto least = std::min({times.read, times.transform, times.aggregate, times.write});
  if (least < std::chrono::nanoseconds(0)) throw std::invalid_argument("negative times");
  const Seconds serial = times.read + times.write;
  const Seconds parallel = times.transform + times.aggregate;
  if (serial + parallel <= Seconds(0)) throw std::invalid_argument("no times at all");
  return parallel / (serial + parallel);
}

double predict_speedup(const StageTimes& times, unsigned workers) {
  return amdahl_speedup(parallel_fraction(times), workers);
}
