#include "book/alike_page.h"

#include <fmt/core.h>

#include <algorithm>
#include <vector>

#include "book/page_names.h"
#include "page/assets.h"
#include "page/frame.h"
#include "page/markup.h"

namespace lockstep::book {
namespace {

using page::line_markup;

constexpr std::size_t kMostOfALine = 300;
constexpr int kMostLines = 3000;

/// One of the two texts.
struct Side {
  char letter = 'a';
  std::vector<similarity::Region> regions;  ///< of the matches, in their order
};

Side side_of(const similarity::Pair& pair, char letter) {
  Side side{.letter = letter, .regions = {}};
  side.regions.reserve(pair.matches.size());
  for (const similarity::Match& match : pair.matches) side.regions.push_back(letter == 'a' ? match.a : match.b);
  return side;
}

/// The match that a line is of; the number of matches where it is of none.
std::size_t match_of(const Side& side, std::string_view file, int line) {
  const auto found = std::find_if(side.regions.begin(), side.regions.end(), [&](const similarity::Region& region) {
    return region.file == file && region.first <= line && line <= region.last;
  });
  return static_cast<std::size_t>(found - side.regions.begin());
}

std::string line_html(const Side& side, std::string_view file, int number, std::string_view text) {
  const std::string shown =
      fmt::format("<span class=\"number\">{:>4}</span>{}", number, line_markup(text.substr(0, kMostOfALine)));
  const std::size_t match = match_of(side, file, number);
  if (match == side.regions.size()) return "<span class=\"match\"> </span>" + shown + "\n";
  std::string sign = "│";
  if (side.regions[match].first == number) {
    const char other = side.letter == 'a' ? 'b' : 'a';
    sign = fmt::format("<a id=\"{0}{1}\" href=\"#{2}{1}\" aria-label=\"Match {1}, in the other text\">{1}</a>",
                       side.letter, match + 1, other);
  }
  return fmt::format("<mark><span class=\"match\">{}</span>{}</mark>\n", sign, shown);
}

std::string file_html(const Side& side, std::string_view file, std::string_view text) {
  std::string lines;
  for (int number = 1; !text.empty() && number <= kMostLines; ++number) {
    const std::string_view line = text.substr(0, text.find('\n'));
    lines += line_html(side, file, number, line);
    text.remove_prefix(std::min(text.size(), line.size() + 1));
  }
  const std::string name = line_markup(file);
  return fmt::format("<h3>{0}</h3>\n<pre tabindex=\"0\" role=\"group\" aria-label=\"Lines of {0}\">{1}</pre>\n{2}",
                     name, lines, text.empty() ? "" : "<p class=\"quiet\">The rest is not shown.</p>\n");
}

struct Author {
  std::size_t learner = 0;
  int attempt = 0;
  std::string content;
  double share = 0;
};

std::string side_html(const Book& book, std::size_t lab, const Author& author, const Side& side) {
  const std::string& name = book.learners[author.learner].name;
  std::string html = fmt::format(
      "<section>\n<h2><a href=\"{}\">{}</a></h2>\n<p>Attempt {}; {:.0f} % of the learner's own text is in the other "
      "one.</p>\n",
      learner_page_name(author.learner), line_markup(name), author.attempt, 100 * author.share);
  if (const auto files = book.files.find(author.content); files != book.files.end()) {
    for (const auto& [file, text] : files->second) html += file_html(side, file, text);
  }
  return fmt::format("{}<p class=\"quiet\">{}</p>\n</section>\n", html, line_markup(book.labs[lab].name));
}

}  // namespace

std::string alike_page(const Book& book, const Alike& alike) {
  const std::string names = book.learners[alike.learner_a].name + " and " + book.learners[alike.learner_b].name;
  std::string body = fmt::format(
      "<nav><a href=\"{}\">The class</a></nav>\n<h1>Alike: {}</h1>\n<p>The marked lines are the same but for names, "
      "numbers, texts, comments and spacing. That proves nothing of how they came to be. A number leads to the same "
      "lines "
      "in the other text.</p>\n<div class=\"sides\">\n",
      kIndexPage, line_markup(names));
  body += side_html(book, alike.lab, {alike.learner_a, alike.attempt_a, alike.content_a, alike.pair.share_a},
                    side_of(alike.pair, 'a'));
  body += side_html(book, alike.lab, {alike.learner_b, alike.attempt_b, alike.content_b, alike.pair.share_b},
                    side_of(alike.pair, 'b'));
  return page::frame("Alike: " + names, body + "</div>\n", page::class_style());
}

}  // namespace lockstep::book
