#pragma once

#include <string>
#include <string_view>

namespace lockstep {

/// Text from outside (a learner's output, a tool's words) made fit to be shown: valid UTF-8, lines ended by "\n", tabs
/// as four spaces, no blank line at the end, and U+FFFD for what could steer a terminal, reorder what is read or hide
/// in it: bytes that are no UTF-8, control characters, marks of writing direction, and characters without a shape.
[[nodiscard]] std::string plain_text(std::string_view text);

/// The same on one line: line breaks become spaces.
[[nodiscard]] std::string plain_line(std::string_view text);

/// `text`, cut at the end of a character so that it has at most `most` bytes with the mark that says so.
/// \pre text is valid UTF-8
[[nodiscard]] std::string shortened(std::string text, std::size_t most);

}  // namespace lockstep
