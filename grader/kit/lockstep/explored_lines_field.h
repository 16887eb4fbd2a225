#pragma once

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>
#include <vector>

#include "lockstep/explored_lines.h"

namespace lockstep {

/// Lines as the harness sends them to the grader: a file a line of text, "FILE\t12-14, 16\t20", those that ran first.
[[nodiscard]] inline std::string explored_lines_field(const std::vector<ExploredLines>& files) {
  std::string text;
  for (const ExploredLines& lines : files) {
    text.append(lines.file).append("\t").append(ranges_text(lines.ran)).append("\t");
    text.append(ranges_text(lines.never)).append("\n");
  }
  return text;
}

/// Reads what `ranges_text` writes; what makes no sense is left out.
inline void read_ranges(std::string_view text, std::set<int>& lines) {
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(','));
    int first = 0;
    const auto [behind, error] = std::from_chars(word.data(), word.data() + word.size(), first);
    int last = first;
    if (behind != word.data() + word.size()) std::from_chars(behind + 1, word.data() + word.size(), last);
    if (error == std::errc{}) add_range(lines, first, last);
    text.remove_prefix(std::min(text.size(), word.size() + std::string_view(", ").size()));
  }
}

/// Reads what `explored_lines_field` writes.
[[nodiscard]] inline std::vector<ExploredLines> read_explored_lines_field(std::string_view text) {
  std::vector<ExploredLines> files;
  while (!text.empty()) {
    const std::string_view row = text.substr(0, text.find('\n'));
    const std::size_t ran = row.find('\t');
    const std::size_t never = ran == std::string_view::npos ? ran : row.find('\t', ran + 1);
    if (never != std::string_view::npos) {
      ExploredLines lines{.file = std::string(row.substr(0, ran)), .ran = {}, .never = {}};
      read_ranges(row.substr(ran + 1, never - ran - 1), lines.ran);
      read_ranges(row.substr(never + 1), lines.never);
      files.push_back(std::move(lines));
    }
    text.remove_prefix(row.size() == text.size() ? text.size() : row.size() + 1);
  }
  return files;
}

}  // namespace lockstep
