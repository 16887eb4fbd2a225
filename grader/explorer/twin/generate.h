#pragma once

#include <cstdint>
#include <set>

#include "twin/program.h"

namespace lockstep::explorer::twin {

/// Numbers that a seed gives alike with every standard library.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  /// \return 0 to `end` - 1
  int below(int end);
  /// \return `least` to `most`
  int between(int least, int most) { return least + below(most - least + 1); }

 private:
  std::uint64_t state_;
};

/// A program whose operations are of these features, stores and loads among them, not all features in each program.
[[nodiscard]] Program random_program(Random& random, const std::set<Feature>& features);

}  // namespace lockstep::explorer::twin
