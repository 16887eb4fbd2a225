#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lockstep::checks {

/// A line of C++ that has code.
struct CodeLine {
  std::string text;  ///< its tokens, with a space between: neither comments nor spaces of the source are in it
  int number = 0;    ///< 1-based, in the source
};

/// The lines of a source text, without those that have no code.
[[nodiscard]] std::vector<CodeLine> code_lines(std::string_view source);

/// The lines in which a text differs from another one. A line that is changed is taken away and put in.
struct LineChanges {
  std::vector<int> taken;  ///< numbers of lines of the first text, growing
  std::vector<int> put;    ///< likewise of the second one

  [[nodiscard]] std::size_t size() const { return taken.size() + put.size(); }
};

/// The fewest lines that have to be taken away and put in to make `after` of `before`, by a longest common subsequence.
/// In texts with thousands of lines between the first difference and the last one, all of them count as changed.
[[nodiscard]] LineChanges line_changes(std::string_view before, std::string_view after);

}  // namespace lockstep::checks
