#include "page/excerpt.h"

#include <fmt/core.h>

#include <algorithm>

#include "page/markup.h"
#include "text/lines.h"

namespace lockstep::page {
namespace {

constexpr int kContext = 3;  ///< lines before and after one that is marked
constexpr int kMostLines = 60;
constexpr std::size_t kMostOfALine = 300;

bool near_a_marked_one(int line, const std::set<int>& marked) {
  const auto next = marked.lower_bound(line - kContext);
  return next != marked.end() && *next <= line + kContext;
}

std::string line_html(int number, std::string_view text, bool marked) {
  const std::string shown = line_markup(text.substr(0, kMostOfALine));
  if (!marked) return fmt::format("<span class=\"number\">{:>4}  </span>{}\n", number, shown);
  return fmt::format("<mark><span class=\"number\">{:>4} ▶</span>{}</mark>\n", number, shown);
}

}  // namespace

std::string excerpt(std::string_view file, std::string_view text, const std::set<int>& marked) {
  const auto lines = lines_of(text);
  const auto is_there = [&](int line) { return line >= 1 && line <= static_cast<int>(lines.size()); };
  if (std::none_of(marked.begin(), marked.end(), is_there)) return {};
  std::string html;
  int shown = 0;
  int latest = 0;
  for (int line = 1; line <= static_cast<int>(lines.size()) && shown < kMostLines; ++line) {
    if (!near_a_marked_one(line, marked)) continue;
    if (latest > 0 && line > latest + 1) html += "   ⋮\n";
    html += line_html(line, lines[static_cast<std::size_t>(line) - 1], marked.contains(line));
    latest = line;
    ++shown;
  }
  const std::string name = line_markup(file);
  return fmt::format(
      "<figure class=\"excerpt\">\n<figcaption>{0}</figcaption>\n<pre tabindex=\"0\" role=\"group\" "
      "aria-label=\"Lines of {0}\">{1}</pre>\n</figure>\n",
      name, html);
}

}  // namespace lockstep::page
