#pragma once

#include <string>
#include <string_view>

namespace lockstep {

/// Takes the first character off `text`, which must not be empty. A byte that is no part of valid UTF-8 gives U+FFFD.
[[nodiscard]] char32_t take_character(std::string_view& text);

/// Appends a character as UTF-8.
void append_character(std::string& text, char32_t character);

/// Columns of a terminal that a character takes: 0 for combining marks, 2 for wide East Asian characters and pictures,
/// else 1. After the East Asian Width property of Unicode, by blocks: the common cases are right.
[[nodiscard]] int columns(char32_t character);

/// Columns that a text without control characters takes.
[[nodiscard]] int columns(std::string_view text);

/// The longest beginning of such a text that takes at most `width` columns.
[[nodiscard]] std::string_view beginning_of(std::string_view text, int width);

}  // namespace lockstep
