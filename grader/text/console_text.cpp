#include "text/console_text.h"

#include <algorithm>

#include "text/plain_text.h"

namespace lockstep {
namespace {

/// Whether "##" at `at` begins a command: letters may stand before the bracket.
bool is_command(std::string_view text, std::size_t at) {
  std::string_view rest = text.substr(at + 2);
  const auto* const end = std::find_if(rest.begin(), rest.end(), [](char c) { return c < 'a' || c > 'z'; });
  return end != rest.end() && *end == '[';
}

/// Runners leave out the blanks before a command.
std::string without_line_commands(std::string text) {
  for (std::size_t line = 0; line < text.size();) {
    const std::size_t begin = text.find_first_not_of(" \n", line);
    if (begin == std::string::npos) break;
    if (text.compare(begin, 2, "::") == 0) text.insert(begin + 1, " ");
    line = std::min(text.find('\n', begin), text.size());
  }
  return text;
}

}  // namespace

std::string without_commands(std::string text, std::string_view second) {
  for (auto at = text.find("##"); at != std::string::npos; at = text.find("##", at + 1)) {
    if (is_command(text, at)) text.replace(at + 1, 1, second);
  }
  return text;
}

std::string console_text(std::string_view text) {
  return without_line_commands(without_commands(plain_text(text), "# "));
}

}  // namespace lockstep
