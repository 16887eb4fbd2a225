#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace lockstep::manifest {

/// How many letters must be put in, left out, replaced or swapped with their neighbour to turn one word into the other
/// (optimal string alignment distance).
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

/// " (did you mean "points"?)" for the candidate that is spelt nearly like `word`; empty when none is.
[[nodiscard]] std::string suggestion(std::string_view word, std::span<const std::string> candidates);

}  // namespace lockstep::manifest
