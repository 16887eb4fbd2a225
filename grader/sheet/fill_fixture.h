#pragma once

#include <string>
#include <string_view>

#include "sheet/fill.h"

namespace lockstep::sheet {

/// For tests: the message of the error, if there is one.
inline std::string message(const Result<Filled>& filled) { return filled ? "no error" : filled.error().message; }

/// For tests: a text with the first `before` in it replaced. \pre it is there
inline std::string replaced(std::string text, std::string_view before, std::string_view after) {
  return text.replace(text.find(before), before.size(), after);
}

}  // namespace lockstep::sheet
