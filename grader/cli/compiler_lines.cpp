#include "cli/compiler_lines.h"

#include <algorithm>

namespace lockstep::cli {
namespace {

/// Takes "12:" from the beginning of a text.
bool take_number(std::string_view& text) {
  const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
  if (digits == 0 || digits == text.size() || text[digits] != ':') return false;
  text.remove_prefix(digits + 1);
  return true;
}

/// Whether a line begins with a relative file's name, a line and a column.
bool begins_with_place(std::string_view line) {
  const auto colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0 || line.front() == '/') return false;
  if (line.substr(0, colon).find(' ') != std::string_view::npos) return false;
  line.remove_prefix(colon + 1);
  return take_number(line) && take_number(line) && line.starts_with(' ');
}

}  // namespace

std::string with_folder(std::string_view text, std::string_view folder) {
  std::string out;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size() - 1) + 1;
    const std::string_view line = text.substr(0, end);
    if (begins_with_place(line)) {
      out += folder;
      out += '/';
    }
    out += line;
    text.remove_prefix(end);
  }
  return out;
}

}  // namespace lockstep::cli
