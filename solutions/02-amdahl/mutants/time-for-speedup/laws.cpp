#include "laws.h"

#include <cmath>
#include <limits>
#include <stdexcept>
#include <string>

namespace {

void require(bool valid, const std::string& message) {
  if (!valid) throw std::invalid_argument(message);
}

void require_fraction(double parallel_fraction) {
  // Written so that a NaN, which is neither less nor greater than anything, is refused too.
  require(parallel_fraction >= 0 && parallel_fraction <= 1, "parallel_fraction must be from 0 to 1");
}

void require_workers(unsigned workers, unsigned least) {
  require(workers >= least, "workers must be " + std::to_string(least) + " at least");
}

}  // namespace

double amdahl_speedup(double parallel_fraction, unsigned workers) {
  require_fraction(parallel_fraction);
  require_workers(workers, 1);
  const double serial_fraction = 1 - parallel_fraction;
  return serial_fraction + parallel_fraction / workers;
}

double amdahl_limit(double parallel_fraction) {
  require_fraction(parallel_fraction);
  return parallel_fraction < 1 ? 1 / (1 - parallel_fraction) : std::numeric_limits<double>::infinity();
}

double gustafson_speedup(double parallel_fraction, unsigned workers) {
  require_fraction(parallel_fraction);
  require_workers(workers, 1);
  return 1 - parallel_fraction + parallel_fraction * workers;
}

double karp_flatt(double speedup, unsigned workers) {
  require(std::isfinite(speedup) && speedup > 0, "speedup must be positive and finite");
  require_workers(workers, 2);
  const double share = 1.0 / workers;
  return (1 / speedup - share) / (1 - share);
}
