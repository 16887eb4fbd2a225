#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "mutation/source.h"

namespace lockstep::mutation {

/// Characters of a text that are replaced.
struct Edit {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string text;  ///< in their place
};

/// A small fault put into a source text.
struct Mutation {
  int line = 0;             ///< 1-based: where it is
  std::vector<Edit> edits;  ///< they do not overlap
};

/// The mutation that replaces the tokens from `first` to `last`.
[[nodiscard]] Mutation replacing(const Source& source, std::size_t first, std::size_t last, std::string text);

/// The mutation that takes a statement out.
[[nodiscard]] Mutation without(const Source& source, const Statement& statement);

/// The edit that puts a text behind a token.
[[nodiscard]] Edit behind(const Source& source, std::size_t token, std::string text);

/// The edit that puts a text before a token.
[[nodiscard]] Edit before(const Source& source, std::size_t token, std::string text);

/// The text with a mutation in it. Each line keeps its number.
[[nodiscard]] std::string apply(const std::string& text, const Mutation& mutation);

}  // namespace lockstep::mutation
