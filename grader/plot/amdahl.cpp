#include "plot/amdahl.h"

#include <fmt/core.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace lockstep::plot {
namespace {

constexpr double kLeastShown = 0.0005;  // 0.1 %, rounded

/// Sums over the samples of x^i · t^j · weight, where x = 1 ÷ cores and t = time; the weight 1 ÷ t² makes the errors
/// relative ones.
struct Sums {
  double one = 0;
  double x = 0;
  double xx = 0;
  double t = 0;
  double xt = 0;
};

Sums sums(std::span<const Sample> samples) {
  Sums all;
  for (const Sample& sample : samples) {
    assert(sample.cores >= 1 && sample.speedup > 0);
    const double x = 1 / sample.cores;
    const double t = 1 / sample.speedup;
    const double weight = sample.speedup * sample.speedup;
    all.one += weight;
    all.x += weight * x;
    all.xx += weight * x * x;
    all.t += weight * t;
    all.xt += weight * x * t;
  }
  return all;
}

std::string percent(double share) {
  if (share < kLeastShown) return "Less than 0.1 %";
  return fmt::format("{:.{}f} %", 100 * share, share < 0.0995 ? 1 : 0);
}

std::string times(double limit) { return fmt::format("{:.{}f}", limit, limit < 9.95 ? 1 : 0); }

}  // namespace

double Amdahl::limit() const { return serial > 0 ? 1 / serial : std::numeric_limits<double>::infinity(); }

std::optional<Amdahl> fit(std::span<const Sample> samples) {
  const auto other = [&](const Sample& sample) { return sample.cores != samples.front().cores; };
  if (std::ranges::none_of(samples, other)) return std::nullopt;
  const Sums s = sums(samples);
  const double parallel = (s.one * s.xt - s.x * s.t) / (s.one * s.xx - s.x * s.x);
  const double serial = (s.t - parallel * s.x) / s.one;
  if (!std::isfinite(parallel)) return std::nullopt;  // the samples are too far apart to be of one program
  // No part of a time is less than nothing; then the best fit without it.
  if (parallel < 0) return Amdahl{.serial = s.t / s.one, .parallel = 0};
  if (serial < 0) return Amdahl{.serial = 0, .parallel = s.xt / s.xx};
  return Amdahl{.serial = serial, .parallel = parallel};
}

std::string sentence(const Amdahl& law) {
  const std::string share = percent(law.serial_share());
  if (law.serial_share() < kLeastShown) return share + " of the work is serial by Amdahl's law";
  return fmt::format("{} of the work is serial by Amdahl's law; no number of cores makes it more than {} times as fast",
                     share, times(law.limit()));
}

std::string headline(const Amdahl& law) {
  const std::string share = percent(law.serial_share());
  if (law.serial_share() < kLeastShown) return share + " serial";
  return fmt::format("{} serial: never more than {} times as fast", share, times(law.limit()));
}

}  // namespace lockstep::plot
