#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lockstep::integrity {

/// A preprocessing token of C++, with digraphs spelled as what they stand for.
struct Token {
  enum class Kind { kWord, kString, kOther, kEndOfDirective };

  Kind kind{};
  std::string text;        ///< of a string: its content, as written, without quotes, prefix and delimiter
  int line = 0;            ///< 1-based
  bool directive = false;  ///< the `#` that begins a directive
  std::size_t begin = 0;   ///< where it is in the source text, quotes included; a string's prefix may be before it
  std::size_t end = 0;     ///< one past its last character
};

/// The tokens of a source text, as the compiler sees them before it expands macros: lines that end in a backslash are
/// joined, comments are left out. An end of line is a token where it ends a directive. Any text has tokens; one that
/// no compiler accepts has some.
[[nodiscard]] std::vector<Token> tokens_of(std::string_view text);

}  // namespace lockstep::integrity
