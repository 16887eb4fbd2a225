#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lockstep::manifest {
class TableReader;
}  // namespace lockstep::manifest

namespace lockstep {

/// What the prediction for a number of cores must come to.
struct Predicted {
  std::string program;  ///< a CMake target of the lab that ends in the kit's `predict_main`
  unsigned cores = 2;   ///< 2 to 48: the submission is run with so many workers
  double speedup = 1;   ///< over the sequential code, in (1, cores]: from there on, all points
};

/// Compares the submission with the lab's own sequential code.
struct SpeedupCheck {
  static constexpr std::string_view kKind = "speedup";
  static constexpr bool kMayBeHidden = false;  // its programs are the lab's, with mains of their own

  std::string program;        ///< a CMake target of the lab that ends in the kit's `measure_main`
  double no_points_at = 0;    ///< speedup ÷ cores used, in (0, 1): at or below it, no points
  double full_points_at = 0;  ///< likewise, > no_points_at: at or above it, all points; linear between
  double meet_share = 0;      ///< share of tasks, in (0, 1], that must meet another one in the rendezvous
  /// Work ÷ span on two workers, in (1, 2], that must be reached: the parallelism of R. D. Blumofe and C. E. Leiserson,
  /// "Scheduling multithreaded computations by work stealing", J. ACM 46 (1999).
  double parallelism = 0;
  std::optional<Predicted> predicted = std::nullopt;

  [[nodiscard]] static SpeedupCheck read(manifest::TableReader& check, std::optional<int> points);
};

}  // namespace lockstep
