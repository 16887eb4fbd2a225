#include <fmt/core.h>

#include "doctor/doctor.h"

namespace lockstep::doctor {
namespace {

struct Sign {
  std::string_view text;
  std::string_view colour;
};

Sign sign_of(Level level) {
  switch (level) {
    case Level::kGood:
      return {"✓", "\x1b[32m"};
    case Level::kDegraded:
      return {"!", "\x1b[33m"};
    case Level::kMissing:
      return {"✗", "\x1b[31m"};
  }
  return {};
}

/// Breaks text at blanks so that no line, its indent counted, is wider than `width`; a longer word stands alone.
std::string indented(std::string_view text, std::string_view first, std::size_t indent, std::size_t width) {
  std::string result(first);
  std::size_t column = indent;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of(" \n"), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (column > indent && column + 1 + word.size() > width) {
      result += "\n" + std::string(indent, ' ');
      column = indent;
    } else if (column > indent) {
      result += ' ';
      ++column;
    }
    result += word;
    column += word.size();
  }
  return result + "\n";
}

}  // namespace

std::string render(std::span<const Probe> probes, bool colour, int width) {
  constexpr std::size_t kIndent = 32;
  std::string text;
  for (const Probe& probe : probes) {
    const Sign sign = sign_of(probe.level);
    const std::string head =
        fmt::format("{}{}{} {:<30}", colour ? sign.colour : "", sign.text, colour ? "\x1b[0m" : "", probe.what);
    const auto columns = static_cast<std::size_t>(width);
    text += indented(probe.result, head, kIndent, columns);
    if (!probe.consequence.empty())
      text += indented("consequence: " + probe.consequence, std::string(kIndent, ' '), kIndent, columns);
    if (!probe.fix.empty()) text += indented("fix: " + probe.fix, std::string(kIndent, ' '), kIndent, columns);
  }
  return text;
}

}  // namespace lockstep::doctor
