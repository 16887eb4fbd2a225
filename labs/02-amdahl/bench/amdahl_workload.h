#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

#include "lockstep/measure.h"
#include "stages.h"

/// The uneven text on which lab 02's pipeline is measured. A quarter of its pieces are prose, dear to transform and to
/// aggregate; the others are rules of dashes, and cost little. The dear ones are every other piece of one half, so
/// neither halves of the text nor odd and even pieces are equal shares. Which half, and the words, depend on the seed.
namespace amdahl_workload {

inline constexpr std::size_t kPieces = 640;
inline constexpr std::size_t kPieceBytes = 12'000;

/// A repetition's text: kPieces times kPieceBytes bytes, white space at the end of each.
[[nodiscard]] std::string text(std::uint64_t seed);

/// The stages for a text, each call of transform and of aggregate a task.
[[nodiscard]] Stages stages(std::string text, lockstep::measure::Around around);

using Run = std::function<std::string(const Stages& stages, unsigned workers)>;

/// The run, as a thing to measure.
[[nodiscard]] lockstep::measure::Workload workload(std::string name, Run run);

}  // namespace amdahl_workload
