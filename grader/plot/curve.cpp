#include "plot/curve.h"

#include <algorithm>
#include <cmath>

namespace lockstep::plot {
namespace {

using measure::Prediction;

constexpr double kLongest = 1e15;    // ns: what a program says may make no sense
constexpr double kSlowedDown = 0.9;  // of the best so far: less is no error of a median

predict::Nanoseconds nanoseconds(double seconds) {
  return static_cast<predict::Nanoseconds>(std::clamp(std::round(1e9 * seconds), 1.0, kLongest));
}

std::vector<predict::Point> predicted(std::span<const Prediction> predictions) {
  std::vector<predict::Repetition> repetitions;
  for (const Prediction& prediction : predictions) {
    repetitions.push_back({.workers = prediction.workers,
                           .baseline = nanoseconds(prediction.baseline_s),
                           .makespan = nanoseconds(prediction.makespan_s)});
  }
  return predict::curve(repetitions, kMostCores);
}

/// The samples that the law can be fitted to. It knows no program that more cores slow down: from there on, what it
/// says nothing about is left out.
std::vector<Sample> while_it_gains(const std::vector<Sample>& all) {
  double best = 0;
  std::vector<Sample> kept;
  for (const Sample& sample : all) {
    if (sample.speedup < kSlowedDown * best) break;
    best = std::max(best, sample.speedup);
    kept.push_back(sample);
  }
  return kept;
}

/// What lies between or beyond the recorded points comes from the law itself and says nothing about it.
std::vector<Sample> samples(const Curve& curve) {
  std::vector<Sample> all;
  for (const predict::Point& point : curve.predicted) {
    if (point.basis == predict::Point::Basis::kRecorded) {
      all.push_back({static_cast<double>(point.cores), point.speedup});
    }
  }
  if (!all.empty()) return while_it_gains(all);
  for (const Measured& measured : curve.measured) {
    all.push_back({static_cast<double>(measured.workers), measured.speedup.middle});
  }
  return while_it_gains(all);
}

}  // namespace

Curve curve(std::string function, std::vector<Measured> measured, std::span<const Prediction> predictions) {
  Curve made{.function = std::move(function),
             .measured = std::move(measured),
             .predicted = predicted(predictions),
             .law = {},
             .remark = {}};
  made.law = fit(samples(made));
  return made;
}

}  // namespace lockstep::plot
