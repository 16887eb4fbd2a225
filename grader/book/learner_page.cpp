#include "book/learner_page.h"

#include <fmt/core.h>

#include "book/page_names.h"
#include "course/moment.h"
#include "page/assets.h"
#include "page/frame.h"
#include "page/markup.h"
#include "report/points_text.h"

namespace lockstep::book {
namespace {

using page::line_markup;
using report::points_text;

struct Place {
  std::size_t learner = 0;
  std::size_t lab = 0;
};

std::string attempt_row(const Work& work, std::size_t i, const Place& place) {
  const auto& attempt = work.attempts[i];
  const auto& grade = work.grades[i];
  const std::string number =
      grade.points ? fmt::format("<a href=\"{}\">attempt {}</a>",
                                 attempt_page_name(place.learner, place.lab, attempt.number), attempt.number)
                   : fmt::format("attempt {}", attempt.number);
  const std::string points =
      grade.points ? fmt::format("{} of {}", points_text(*grade.points), grade.max_points) : "not graded yet";
  return fmt::format("<tr><th scope=\"row\">{}{}</th><td>{}</td><td class=\"number\">{}</td><td>{}</td></tr>\n", number,
                     attempt.number == work.mark.attempt ? " (counts)" : "",
                     grade.received ? course::moment_text(*grade.received) : "not known", points,
                     line_markup(attempt.source));
}

std::string work_html(const Book& book, const Place& place) {
  const Work& work = book.learners[place.learner].works[place.lab];
  const Lab& lab = book.labs[place.lab];
  const std::string title = lab.title == lab.name ? lab.name : lab.name + ": " + lab.title;
  std::string html = fmt::format(
      "<section>\n<h2>{}</h2>\n<p class=\"points\">{}</p>\n<p>{}</p>\n", line_markup(title),
      work.mark.points ? fmt::format("{} of {}", points_text(*work.mark.points), points_text(work.mark.worth))
                       : "no mark",
      line_markup(work.mark.reason));
  if (work.attempts.empty()) return html + "</section>\n";
  html +=
      "<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"Attempts\"><table "
      "class=\"checks\">\n<thead><tr><th "
      "scope=\"col\">attempt</th><th scope=\"col\">received</th><th scope=\"col\" class=\"number\">points</th><th "
      "scope=\"col\">from</th></tr></thead>\n<tbody>\n";
  for (std::size_t i = 0; i < work.attempts.size(); ++i) html += attempt_row(work, i, place);
  return html + "</tbody>\n</table></div>\n</section>\n";
}

}  // namespace

std::string learner_page(const Book& book, std::size_t learner) {
  const Learner& of = book.learners[learner];
  std::string body =
      fmt::format("<nav><a href=\"{}\">The class</a></nav>\n<h1>{}</h1>\n<p class=\"points\">{} of {} in all</p>\n",
                  kIndexPage, line_markup(of.name), points_text(of.total.points), points_text(of.total.worth));
  for (const std::size_t lab : of.total.dropped) {
    body += fmt::format("<p class=\"quiet\">{} is not in the total: it is among the lowest.</p>\n",
                        line_markup(book.labs[lab].name));
  }
  for (std::size_t lab = 0; lab < book.labs.size(); ++lab) body += work_html(book, {.learner = learner, .lab = lab});
  return page::frame(of.name, body, page::class_style());
}

}  // namespace lockstep::book
