#pragma once

#include <string>
#include <string_view>

namespace lockstep {

/// Text from outside as text or attribute of XML and HTML: `plain_text` in which what has a meaning there is escaped.
[[nodiscard]] std::string xml_text(std::string_view text);

/// Words from outside for a line of Markdown, in which no character does more than stand there.
[[nodiscard]] std::string markdown_line(std::string_view text);

/// A block of code of Markdown around a text from outside: its fence is longer than any row of backticks in it.
[[nodiscard]] std::string markdown_block(std::string_view text);

/// The most bytes that `markdown_line` and `markdown_block` take of a text.
inline constexpr std::size_t kMostMarkdownBytes = 16'000;

}  // namespace lockstep
