#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lockstep::report {

/// Breaks text into lines of at most `width` columns, at spaces where it can. Line breaks of the text are kept, and
/// what goes on on the next line is indented as its line began, so that source code stays readable. A step of an
/// interleaving is cut instead: what would go on is its source.
/// \param text   without control characters but "\n"
/// \param width  > 0
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, int width);

/// These lines as one text, each with its "\n".
[[nodiscard]] std::string wrapped(std::string_view text, int width);

}  // namespace lockstep::report
