#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace lockstep::similarity {

/// A token of C++ as similarity sees it.
struct Token {
  std::uint64_t code = 0;  ///< equal for tokens that count as the same
  int line = 0;            ///< 1-based
};

/// The tokens of a source text without what can be changed and leaves the program as it is: comments, directives,
/// spacing and line breaks are dropped; every name counts as the same, but for keywords and names of the standard
/// library after `std::`, and so does every number and every string.
[[nodiscard]] std::vector<Token> tokens_of(std::string_view text);

}  // namespace lockstep::similarity
