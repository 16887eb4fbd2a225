#include "laws.h"

#include <cmath>
#include <limits>
#include <stdexcept>

namespace {

void check(double parallel_fraction, unsigned workers) {
  if (std::isnan(parallel_fraction) || parallel_fraction < 0 || parallel_fraction > 1) {
    throw std::invalid_argument("parallel_fraction: not from 0 to 1");
  }
  if (workers == 0) throw std::invalid_argument("workers: 0");
}

}  // namespace

double amdahl_speedup(double parallel_fraction, unsigned workers) {
  check(parallel_fraction, workers);
  const double n = workers;
  return n / (n - (n - 1) * parallel_fraction);
}

double amdahl_limit(double parallel_fraction) {
  check(parallel_fraction, 1);
  if (parallel_fraction == 1) return std::numeric_limits<double>::infinity();
  return 1 / (1 - parallel_fraction);
}

double gustafson_speedup(double parallel_fraction, unsigned workers) {
  check(parallel_fraction, workers);
  const double n = workers;
  return n - (1 - parallel_fraction) * (n - 1);
}

double karp_flatt(double speedup, unsigned workers) {
  if (!(speedup > 0 && speedup < std::numeric_limits<double>::infinity())) {
    throw std::invalid_argument("speedup: not positive and finite");
  }
  if (workers < 2) throw std::invalid_argument("workers: fewer than 2");
  const double n = workers;
  return (n / speedup - 1) / (n - 1);
}
