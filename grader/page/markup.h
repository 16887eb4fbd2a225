#pragma once

#include <string>
#include <string_view>

namespace lockstep::page {

/// The most bytes that are shown of one text from outside.
inline constexpr std::size_t kMostText = 16'000;

/// A text from outside as HTML, for an element or an attribute in double quotes: all that has a meaning there is
/// escaped, and no line of it is a command to the runner of a workflow.
[[nodiscard]] std::string markup(std::string_view text);

/// The same on one line.
[[nodiscard]] std::string line_markup(std::string_view text);

}  // namespace lockstep::page
