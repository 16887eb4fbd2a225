#pragma once

#include <span>
#include <string_view>

namespace lockstep::checks::speedup {

/// A program owner verdict is known: programs/NAME.cpp.
struct Subject {
  std::string_view name;
  bool correct = false;  ///< earns all points; every other one must fail
};

/// All of them, the correct ones first.
[[nodiscard]] std::span<const Subject> subjects();

/// \return nullptr when there is none of that name
[[nodiscard]] const Subject* find_subject(std::string_view name);

}  // namespace lockstep::checks::speedup
