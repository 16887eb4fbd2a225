#pragma once

#include <span>
#include <string>

#include "build/diagnostics.h"

namespace lockstep::build {

/// A sentence on what mostly leads to a compiler's error in code with threads or coroutines, such as a std::ref that is
/// missing. The compiler's own words stay beside it: it is a guess.
/// \param at  a line of the lab: all errors in it, or in what it instantiates, are looked at
/// \return empty when none is known
[[nodiscard]] std::string help_for(std::span<const Diagnostic> diagnostics, const Location& at);

}  // namespace lockstep::build
