#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lockstep::manifest {

/// The lines of a text, each with its end of line; the last one may have none.
[[nodiscard]] inline std::vector<std::string> split_lines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    const auto size = end == std::string_view::npos ? text.size() : end + 1;
    lines.emplace_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return lines;
}

}  // namespace lockstep::manifest
