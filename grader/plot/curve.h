#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "explorer/predict/curve.h"
#include "measure/extra_runs.h"
#include "plot/amdahl.h"

namespace lockstep::plot {

/// The most cores that are shown.
inline constexpr unsigned kMostCores = 64;

using measure::Measured;

/// A function's speedup over the baseline, by cores.
struct Curve {
  std::string function;
  std::vector<Measured> measured;
  std::vector<predict::Point> predicted;  ///< on 1 to kMostCores cores; empty where it could not be predicted
  std::optional<Amdahl> law;              ///< fitted to what was recorded, or else measured; up to where it gets slower
  std::string remark;                     ///< on what was measured: a clause, or empty
};

/// \param predictions  in any order, several for each number of workers; may be empty
[[nodiscard]] Curve curve(std::string function, std::vector<Measured> measured,
                          std::span<const measure::Prediction> predictions);

}  // namespace lockstep::plot
