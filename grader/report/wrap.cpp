#include "report/wrap.h"

#include <algorithm>
#include <cassert>
#include <cstddef>

#include "text/utf8.h"

namespace lockstep::report {
namespace {

/// How many bytes of `line` go on a line of `width` columns: to the last space that fits, or just as many as fit, and
/// at least one character.
std::size_t fitting(std::string_view line, int width) {
  std::string_view rest = line;
  std::size_t last_space = 0;
  int used = 0;
  while (!rest.empty()) {
    const std::size_t here = line.size() - rest.size();
    const char32_t character = take_character(rest);
    used += columns(character);
    // A space may hang over the edge: it is not shown there.
    if (character == ' ' && here > 0) last_space = here;
    if (used > width && last_space > 0) return last_space;
    if (used > width) return here > 0 ? here : line.size() - rest.size();
  }
  return line.size();
}

/// A step of an interleaving, as the explorer prints it: "   12 > a  load            queue.h:7  return size_;".
bool is_step(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
  const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  const std::string_view mark = line.substr(digits, 3);
  return digits > 0 && (mark == "   " || mark == " > ");
}

std::string without_end_spaces(std::string_view line) {
  return std::string(line.substr(0, line.find_last_not_of(' ') + 1));
}

void wrap_line(std::string_view line, int width, std::vector<std::string>& lines) {
  if (is_step(line)) {  // a table: its columns are to stay, and only source stands at the end of a line
    lines.push_back(without_end_spaces(beginning_of(line, width)));
    return;
  }
  const std::size_t first_letter = std::min(line.find_first_not_of(' '), line.size());
  const auto indent = static_cast<int>(first_letter) < width / 2 ? first_letter : 0;
  const std::string margin(indent, ' ');
  line.remove_prefix(indent);
  do {
    const std::size_t end = fitting(line, width - static_cast<int>(indent));
    const std::string shown = without_end_spaces(line.substr(0, end));
    lines.push_back(shown.empty() ? "" : margin + shown);
    line.remove_prefix(end);
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
  } while (!line.empty());
}

}  // namespace

std::vector<std::string> wrap(std::string_view text, int width) {
  assert(width > 0);
  std::vector<std::string> lines;
  for (;;) {
    const auto end = text.find('\n');
    wrap_line(text.substr(0, end), width, lines);
    if (end == std::string_view::npos) return lines;
    text.remove_prefix(end + 1);
  }
}

std::string wrapped(std::string_view text, int width) {
  std::string lines;
  for (const std::string& line : wrap(text, width)) lines += line + '\n';
  return lines;
}

}  // namespace lockstep::report
