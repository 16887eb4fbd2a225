#include "report/html.h"

#include <fmt/core.h>

#include "page/drawn.h"
#include "page/frame.h"
#include "page/markup.h"
#include "report/coverage_text.h"
#include "report/finding_html.h"
#include "report/findings.h"
#include "report/lines_text.h"
#include "report/points_text.h"
#include "report/wording.h"

namespace lockstep::report {
namespace {

using page::line_markup;
using page::markup;

constexpr std::size_t kMostFindings = 60;

std::string_view mark_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::kPass:
      return "✓";
    case Outcome::kFail:
      return "✗";
    case Outcome::kInconclusive:
      return "?";
    case Outcome::kError:
      return "!";
  }
  return "!";
}

std::string verdict_html(Outcome outcome) {
  return fmt::format("<span class=\"verdict {0}\">{1} {0}</span>", name(outcome), mark_of(outcome));
}

std::string points_of(const CheckScore& check) {
  return fmt::format("{}/{}", check.points ? points_text(*check.points) : "-", check.max_points);
}

std::string paragraph(std::string_view text, std::string_view kind = "") {
  if (text.empty()) return {};
  return fmt::format("<p{}>{}</p>\n", kind.empty() ? "" : fmt::format(" class=\"{}\"", kind), markup(text));
}

std::string overview(const Score& score) {
  std::string html =
      "<table class=\"checks\">\n<thead><tr><th scope=\"col\">check</th><th scope=\"col\">verdict</th>"
      "<th scope=\"col\" class=\"number\">points</th></tr></thead>\n<tbody>\n";
  for (const CheckScore& check : score.checks) {
    html += fmt::format("<tr><th scope=\"row\">{}</th><td>{}</td><td class=\"number\">{}</td></tr>\n",
                        line_markup(check.title), verdict_html(check.verdict.outcome), points_of(check));
  }
  return html + "</tbody>\n</table>\n";
}

std::string heading(const Finding& finding) {
  const std::string where = location(finding);
  return fmt::format("{}{}", title(finding.kind), where.empty() ? "" : " at " + line_markup(where));
}

/// The findings of one kind: the first in full, the others to be opened.
std::string similar_html(const GradeReport& report, const Similar& similar, std::size_t& room) {
  const Finding& first = *similar.first;
  if (similar.told) return fmt::format("<h3>{}</h3>\n<p>As above.</p>\n", heading(first));
  if (room == 0) return {};
  --room;
  std::string html = fmt::format("<h3>{}</h3>\n{}", heading(first), finding_html(report, first));
  for (const Finding* other : similar.others) {
    if (room == 0) return html + paragraph(others_text(similar));
    --room;
    html += fmt::format("<details>\n<summary>One more: {}</summary>\n{}</details>\n", heading(*other),
                        finding_html(report, *other));
  }
  return html;
}

std::string cases_html(const CheckScore& check) {
  const auto& cases = check.verdict.cases;
  if (cases.empty()) return {};
  std::string html = fmt::format("<details>\n<summary>{} {}</summary>\n<ul class=\"cases\">\n", cases.size(),
                                 cases.size() == 1 ? "case" : "cases");
  for (const CaseVerdict& test : cases) {
    html += fmt::format("<li>{} {}</li>\n", verdict_html(test.verdict), line_markup(test.name));
  }
  return html + "</ul>\n</details>\n";
}

std::string check_html(const GradeReport& report, const CheckFindings& findings, std::size_t& room) {
  const CheckScore& check = *findings.check;
  std::string html = fmt::format("<section>\n<h2>{}</h2>\n<p>{} <span class=\"quiet\">{} points</span></p>\n",
                                 line_markup(check.title), verdict_html(check.verdict.outcome), points_of(check));
  html += paragraph(not_judged_text(check.verdict.outcome)) + paragraph(cap_text(check)) +
          paragraph(cases_text(check)) + paragraph(coverage_text(check));
  for (const Similar& similar : findings.groups) html += similar_html(report, similar, room);
  html += cases_html(check);
  for (const std::string& note : check.verdict.notes) html += paragraph("Note: " + note, "quiet");
  return html + "</section>\n";
}

/// The pictures that were drawn of these files, or how to have them.
std::string drawings_html(const GradeReport& report) {
  std::string html;
  for (const page::Drawn& drawn : report.drawn) html += page::drawn_html(drawn);
  if (!html.empty() || report.draw_with.empty()) return html;
  return fmt::format(
      "<section>\n<h2>Measured and drawn</h2>\n<p>Nothing yet of these files. <code>{}</code> measures them and "
      "draws what came out; the next grading of the same files shows it here.</p>\n"
      "</section>\n",
      line_markup(report.draw_with));
}

/// What costs nothing, and that someone should look at.
std::string review_html(const GradeReport& report) {
  if (report.review.empty()) return {};
  std::string html = "<section>\n<h2>Needs review, costs no points</h2>\n";
  for (const Finding& finding : report.review) {
    html += fmt::format("<h3>{}</h3>\n{}", heading(finding), finding_html(report, finding));
  }
  return html + "</section>\n";
}

}  // namespace

std::string html(const GradeReport& report) {
  const Score& score = report.score;
  const std::string title = report.lab + ": " + report.title;
  std::string body =
      fmt::format("<h1>{}</h1>\n<p class=\"points {}\">{} of {} points</p>\n", line_markup(title),
                  score.points < score.max_points ? "fail" : "pass", points_text(score.points), score.max_points);
  body += paragraph(left_out_text(score)) + paragraph(next_step(report)) + overview(score);
  for (const std::string& note : report.notes) body += paragraph("Note: " + note);
  body += paragraph(lines_text(score));
  std::size_t room = kMostFindings;
  for (const CheckFindings& findings : group_findings(score)) body += check_html(report, findings, room);
  body += drawings_html(report) + review_html(report);
  body += fmt::format("<footer>\n{}{}</footer>\n",
                      paragraph("Files graded: " + (report.dir.empty() ? "labs/" + report.lab : report.dir), "quiet"),
                      paragraph(machine_text(report), "quiet"));
  return page::frame(fmt::format("{}: {}/{}", title, points_text(score.points), score.max_points), body, {},
                     report.drawn.empty() ? page::Pictures::kNone : page::Pictures::kWithin);
}

}  // namespace lockstep::report
