#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "lockstep/measure.h"
#include "stages.h"

/// The uneven work on which lab 02's pipeline is measured: words are looked up in a dictionary before they are counted.
/// A quarter of the text's pieces are prose, which is expensive to transform and to aggregate; the others are lines of
/// dashes, which are cheap. The expensive pieces are every other piece of one half, so neither the halves of the text
/// nor the odd and the even pieces are equal shares. Which half, and the words, depend on the seed.
namespace amdahl_workload {

inline constexpr std::size_t kPieces = 320;
inline constexpr std::size_t kPieceBytes = 12'000;

/// The input of one repetition.
struct Material {
  std::string text;                     ///< kPieces times kPieceBytes bytes, white space at the end of each
  std::vector<std::string> dictionary;  ///< sorted
};

[[nodiscard]] Material material(std::uint64_t seed);

/// The stages for a text. Each call of transform and of aggregate is a task. Transform leaves out words that are not in
/// the dictionary.
[[nodiscard]] Stages stages(Material material, lockstep::measure::Around around);

using Run = std::function<std::string(const Stages& stages, unsigned workers)>;

/// `run` as a workload that can be measured.
[[nodiscard]] lockstep::measure::Workload workload(std::string name, Run run);

}  // namespace amdahl_workload
