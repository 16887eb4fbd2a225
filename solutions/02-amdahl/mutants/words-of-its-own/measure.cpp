#include "measure.h"

#include <stdexcept>

#include "laws.h"

Measured measure_stages(const Stages& stages, const Clock& now) {
  const auto time_of = [&now](const auto& stage) {
    const auto begin = now();
    stage();
    return now() - begin;
  };
  std::string text;
  Counts counts;
  Measured measured;
  measured.times.read = time_of([&] { text = stages.read(); });
  measured.times.transform = time_of([&] { (void)stages.transform(text); });
  const Words words = words_of(text);
  measured.times.aggregate = time_of([&] { stages.aggregate(words, counts); });
  measured.times.write = time_of([&] { measured.report = stages.write(counts); });
  return measured;
}

double parallel_fraction(const StageTimes& times) {
  const auto zero = std::chrono::nanoseconds::zero();
  const auto parallel = times.transform + times.aggregate;
  const auto whole = times.read + parallel + times.write;
  const bool valid = times.read >= zero && times.transform >= zero && times.aggregate >= zero && times.write >= zero;
  if (!valid || whole == zero) throw std::invalid_argument("the times must not be negative, nor all of them 0");
  return static_cast<double>(parallel.count()) / static_cast<double>(whole.count());
}

double predict_speedup(const StageTimes& times, unsigned workers) {
  return amdahl_speedup(parallel_fraction(times), workers);
}
