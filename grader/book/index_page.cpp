#include "book/index_page.h"

#include <fmt/core.h>

#include "book/counts.h"
#include "book/failures.h"
#include "book/histogram.h"
#include "book/page_names.h"
#include "page/assets.h"
#include "page/frame.h"
#include "page/interleaving.h"
#include "page/markup.h"
#include "report/findings.h"
#include "report/points_text.h"

namespace lockstep::book {
namespace {

using page::line_markup;
using report::points_text;

constexpr std::size_t kMostCases = 10;

std::string link(const std::string& page, std::string_view text) {
  return fmt::format("<a href=\"{}\">{}</a>", page, line_markup(text));
}

std::string review_html(const Book& book) {
  std::string rows;
  for (std::size_t i = 0; i < book.learners.size(); ++i) {
    for (std::size_t lab = 0; lab < book.labs.size(); ++lab) {
      const auto* attempt = judged_attempt(book, book.learners[i].works[lab]);
      if (attempt == nullptr) continue;
      for (const Finding& finding : report_of(book, *attempt)->review) {
        rows += fmt::format("<tr><th scope=\"row\">{}</th><td class=\"lab\">{}</td><td>{}</td><td>{}</td></tr>\n",
                            link(attempt_page_name(i, lab, attempt->number), book.learners[i].name),
                            line_markup(book.labs[lab].name), line_markup(report::location(finding)),
                            line_markup(finding.message));
      }
    }
  }
  if (rows.empty()) return {};
  return "<section>\n<h2>Needs review, costs no points</h2>\n<p>What these submissions do may work against the grader, "
         "and "
         "honest code may do it too. Look at the lines.</p>\n<div class=\"wide\" tabindex=\"0\" role=\"group\" "
         "aria-label=\"Needs review\"><table class=\"checks\">\n<thead><tr><th scope=\"col\">learner</th><th "
         "scope=\"col\">lab</th><th scope=\"col\">where</th><th scope=\"col\">what</th></tr></thead>\n<tbody>\n" +
         rows + "</tbody>\n</table></div>\n</section>\n";
}

std::string share_html(std::size_t failed, std::size_t judged) {
  const double percent = judged == 0 ? 0 : 100.0 * static_cast<double>(failed) / static_cast<double>(judged);
  return fmt::format("{} of {}<span class=\"share\" aria-hidden=\"true\"><span style=\"width:{:.0f}%\"></span></span>",
                     failed, judged, percent);
}

std::string case_html(const CaseFailures& test) {
  std::string html = fmt::format("<li>{} — failed in {}", line_markup(test.name), share_html(test.failed, test.judged));
  if (test.seen.finding != nullptr) {
    const std::string title(report::title(test.seen.finding->kind));
    html += fmt::format("\n<details>\n<summary>{}: the interleaving most often seen, in {}</summary>\n{}</details>\n",
                        title, counted_text(test.seen.times, "submission"),
                        page::interleaving(title, test.seen.finding->steps));
  }
  return html + "</li>\n";
}

std::string check_html(const CheckFailures& check) {
  std::string cases;
  std::size_t shown = 0;
  for (const CaseFailures& test : check.cases) {
    if (test.failed == 0 || shown == kMostCases) break;
    cases += case_html(test);
    ++shown;
  }
  std::string html =
      fmt::format("<h4>{} — failed in {}{}</h4>\n", line_markup(check.title), share_html(check.failed, check.judged),
                  check.not_judged > 0 ? fmt::format("; in {} it could not be judged", check.not_judged) : "");
  return cases.empty() ? html : html + "<ul class=\"cases\">\n" + cases + "</ul>\n";
}

std::string failures_html(const Book& book, std::size_t lab) {
  std::string failing;
  std::string clean;
  for (const CheckFailures& check : failures(book, lab)) {
    if (check.failed > 0) {
      failing += check_html(check);
    } else {
      clean += (clean.empty() ? "" : ", ") + line_markup(check.title);
    }
  }
  std::string html;
  if (!failing.empty()) html += "<h3>What failed most</h3>\n" + failing;
  if (!clean.empty()) html += "<p class=\"quiet\">No submission failed: " + clean + ".</p>\n";
  return html;
}

std::string lab_html(const Book& book, std::size_t lab) {
  std::vector<double> shares;
  shares.reserve(book.learners.size());
  for (const Learner& learner : book.learners) {
    const course::Mark& mark = learner.works[lab].mark;
    if (mark.points && mark.worth > 0) shares.push_back(*mark.points / mark.worth);
  }
  const Lab& of = book.labs[lab];
  const std::string title = of.title == of.name ? of.name : of.name + ": " + of.title;
  return fmt::format("<section>\n<h2>{}</h2>\n<p>{} of {} points.</p>\n{}{}</section>\n", line_markup(title),
                     counted_text(shares.size(), "mark"), points_text(of.worth), histogram(shares),
                     failures_html(book, lab));
}

std::string alike_html(const Book& book, const AllAlike& alike) {
  std::string html =
      "<section>\n<h2>Submissions that are alike</h2>\n<p>Alike is not copied: two learners may have learned from one "
      "source, or the task may leave little choice. What the lab hands out, and what much of the class has, is not "
      "counted. Read both texts before you conclude anything.</p>\n";
  html += fmt::format("<p class=\"quiet\">{}</p>\n", line_markup(compared_text(alike)));
  if (alike.pairs.empty()) return html + "<p>No pair is alike.</p>\n</section>\n";
  html +=
      "<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"Pairs that are alike\"><table "
      "class=\"checks\">\n<thead><tr><th scope=\"col\">learners</th><th scope=\"col\">lab</th><th scope=\"col\" "
      "class=\"number\">of the first's own</th><th scope=\"col\" class=\"number\">of the second's</th></tr></thead>\n"
      "<tbody>\n";
  const auto shown = shown_pairs(alike);
  for (const std::size_t i : shown) {
    const Alike& pair = alike.pairs[i];
    const std::string names = book.learners[pair.learner_a].name + " and " + book.learners[pair.learner_b].name;
    html += fmt::format(
        "<tr><th scope=\"row\">{}</th><td class=\"lab\">{}</td><td class=\"number\">{:.0f} %</td><td "
        "class=\"number\">{:.0f} "
        "%</td></tr>\n",
        link(alike_page_name(i), names), line_markup(book.labs[pair.lab].name), 100 * pair.pair.share_a,
        100 * pair.pair.share_b);
  }
  html += "</tbody>\n</table></div>\n";
  if (const std::size_t more = alike.pairs.size() - shown.size(); more > 0) {
    html += fmt::format("<p>{} less alike are not shown; --json has them.</p>\n", counted_text(more, "pair"));
  }
  return html + "</section>\n";
}

std::string marks_html(const Book& book) {
  std::string html =
      "<section>\n<h2>Marks</h2>\n<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"Marks\"><table "
      "class=\"checks marks\">\n<thead><tr><th scope=\"col\">learner</th>";
  for (const Lab& lab : book.labs) {
    html += fmt::format("<th scope=\"col\" class=\"number\">{}</th>", line_markup(lab.name));
  }
  html += "<th scope=\"col\" class=\"number\">total</th></tr></thead>\n<tbody>\n";
  for (std::size_t i = 0; i < book.learners.size(); ++i) {
    const Learner& learner = book.learners[i];
    html += fmt::format("<tr><th scope=\"row\">{}</th>", link(learner_page_name(i), learner.name));
    for (const Work& work : learner.works) {
      html += work.mark.points
                  ? fmt::format("<td class=\"number\">{}</td>", points_text(*work.mark.points))
                  : fmt::format("<td class=\"number none\">{}</td>", work.attempts.empty() ? "–" : "no mark yet");
    }
    html += fmt::format("<td class=\"number\">{} of {}</td></tr>\n", points_text(learner.total.points),
                        points_text(learner.total.worth));
  }
  return html + "</tbody>\n</table></div>\n</section>\n";
}

}  // namespace

std::string index_page(const Book& book, const AllAlike& alike) {
  std::string body = "<h1>The class</h1>\n<p>" + line_markup(counts_text(book)) + "</p>\n";
  for (const std::string& note : book.notes) body += "<p>Note: " + line_markup(note) + "</p>\n";
  body += review_html(book);
  for (std::size_t lab = 0; lab < book.labs.size(); ++lab) body += lab_html(book, lab);
  body += alike_html(book, alike) + marks_html(book);
  return page::frame("The class: " + counted_text(book.learners.size(), "learner"), body, page::class_style());
}

}  // namespace lockstep::book
