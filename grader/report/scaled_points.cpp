#include "report/scaled_points.h"

#include <cmath>

namespace lockstep::report {

std::optional<double> scaled_points(const Score& score) {
  if (score.max_points <= 0) return std::nullopt;
  const double whole = score.points * (score.max_points + score.left_out) / score.max_points;
  return std::floor(whole * 100 + 1e-6) / 100;
}

}  // namespace lockstep::report
