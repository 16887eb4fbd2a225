#include "plot/svg.h"

#include <fmt/core.h>

#include <algorithm>

#include "text/markup.h"

namespace lockstep::plot::svg {

std::string text(double x, double y, std::string_view attributes, std::string_view content) {
  return fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" {}>{}</text>\n", x, y, attributes, xml_text(content));
}

std::string line(double x1, double y1, double x2, double y2, std::string_view attributes) {
  return fmt::format("<line x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" {}/>\n", x1, y1, x2, y2,
                     attributes);
}

std::string rectangle(double x, double y, double width, double height, std::string_view attributes) {
  return fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" {}/>\n", x, y, width, height,
                     attributes);
}

std::vector<std::string> wrapped(std::string_view text, std::size_t columns) {
  // A character has one byte that does not continue another one.
  const auto length = [](std::string_view word) {
    return static_cast<std::size_t>(std::ranges::count_if(word, [](char c) { return (c & 0xC0) != 0x80; }));
  };
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    if (word.empty()) continue;
    if (!lines.empty() && length(lines.back()) + 1 + length(word) <= columns) {
      lines.back().append(" ").append(word);
    } else {
      lines.emplace_back(word);
    }
  }
  return lines;
}

std::string document(double height, std::string_view title, std::string_view style, std::string_view body) {
  return fmt::format(
      R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0:.0f} {1:.0f}" width="{0:.0f}" height="{1:.0f}" role="img">
<title>{2}</title>
<style>
text {{ font-family: sans-serif; font-size: 12px; fill: #222 }}
.title {{ font-size: 17px; font-weight: bold }}
.small {{ font-size: 11px; fill: #444 }}
{3}</style>
<rect width="100%" height="100%" fill="#fff"/>
{4}{5}</svg>
)",
      kWidth, height, xml_text(title), style, text(16, 28, "class=\"title\"", title), body);
}

}  // namespace lockstep::plot::svg
