#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace lockstep {

/// Of a source file, the lines that access memory. A line that only calls, returns or throws is none of them.
struct ExploredLines {
  std::string file;
  std::set<int> ran;    ///< some schedule came to an access of theirs
  std::set<int> never;  ///< no schedule did
};

/// Adds what another exploration came to: a line that either ran was run.
inline void add_lines(std::vector<ExploredLines>& all, const ExploredLines& more) {
  const auto same = [&](const ExploredLines& lines) { return lines.file == more.file; };
  auto known = std::find_if(all.begin(), all.end(), same);
  if (known == all.end()) known = all.insert(all.end(), {.file = more.file, .ran = {}, .never = {}});
  known->ran.insert(more.ran.begin(), more.ran.end());
  known->never.insert(more.never.begin(), more.never.end());
  for (const int line : known->ran) known->never.erase(line);
}

/// Adds a run of lines that was read; one that makes no sense is left out.
inline void add_range(std::set<int>& lines, int first, int last) {
  constexpr int kLongest = 100'000;  // lines of a file
  if (first < 1 || last > kLongest) return;
  for (int line = first; line <= last; ++line) lines.insert(line);
}

/// Whether lines are left of a file that has others that ran. Of a file without any, another exploration may be meant.
[[nodiscard]] inline bool leaves_lines(const ExploredLines& lines) {
  return !lines.ran.empty() && !lines.never.empty();
}

/// First and last of each run of consecutive lines.
[[nodiscard]] inline std::vector<std::pair<int, int>> ranges(const std::set<int>& lines) {
  std::vector<std::pair<int, int>> ranges;
  for (const int line : lines) {
    if (!ranges.empty() && ranges.back().second + 1 == line) {
      ranges.back().second = line;
    } else {
      ranges.emplace_back(line, line);
    }
  }
  return ranges;
}

/// "12, 14-16"
[[nodiscard]] inline std::string ranges_text(const std::set<int>& lines) {
  std::string text;
  for (const auto& [first, last] : ranges(lines)) {
    if (!text.empty()) text += ", ";
    text += std::to_string(first);
    if (last > first) text += "-" + std::to_string(last);
  }
  return text;
}

}  // namespace lockstep
