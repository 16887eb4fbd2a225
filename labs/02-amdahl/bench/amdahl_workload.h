#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "lockstep/measure.h"
#include "stages.h"

/// The uneven work on which lab 02's pipeline is measured: words are looked up in a dictionary before they are counted.
/// A quarter of the text's pieces are prose, dear to transform and to aggregate; the others are rules of dashes, and
/// cost little. The dear ones are every other piece of one half, so neither halves of the text nor odd and even pieces
/// are equal shares. Which half, and the words, depend on the seed.
namespace amdahl_workload {

inline constexpr std::size_t kPieces = 320;
inline constexpr std::size_t kPieceBytes = 12'000;

/// What a repetition works on.
struct Material {
  std::string text;                     ///< kPieces times kPieceBytes bytes, white space at the end of each
  std::vector<std::string> dictionary;  ///< in order
};

[[nodiscard]] Material material(std::uint64_t seed);

/// The stages for a text, each call of transform and of aggregate a task. Transform leaves out what is not in the
/// dictionary.
[[nodiscard]] Stages stages(Material material, lockstep::measure::Around around);

using Run = std::function<std::string(const Stages& stages, unsigned workers)>;

/// The run, as a thing to measure.
[[nodiscard]] lockstep::measure::Workload workload(std::string name, Run run);

}  // namespace amdahl_workload
