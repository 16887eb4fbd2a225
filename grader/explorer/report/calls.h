#pragma once

#include <string>

#include "explorer/finding/finding.h"
#include "explorer/image/stack.h"
#include "explorer/report/symbols.h"

namespace lockstep::explorer {

/// The program's own calls in a stack, innermost first, in a line: "withdraw at bank.cpp:12, called at bank.cpp:30".
/// Empty when there is no more than one, which the message has already named.
[[nodiscard]] std::string calls_text(const Stack& stack, Symbols& symbols);

}  // namespace lockstep::explorer
