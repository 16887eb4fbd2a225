#include "report/step_summary.h"

#include <fmt/core.h>

#include <algorithm>
#include <string_view>

#include "report/coverage_text.h"
#include "report/findings.h"
#include "report/lines_text.h"
#include "report/points_text.h"
#include "report/what_to_read.h"
#include "report/wording.h"
#include "text/markup.h"

namespace lockstep::report {
namespace {

std::string_view sign(Outcome outcome) {
  switch (outcome) {
    case Outcome::kPass:
      return "✅";
    case Outcome::kFail:
      return "❌";
    case Outcome::kInconclusive:
      return "❔";
    case Outcome::kError:
      return "⚠️";
  }
  return {};
}

std::string table(const GradeReport& report) {
  std::string text = fmt::format("## {}: {}\n\n| | check | verdict | explored | points |\n|---|---|---|---|--:|\n",
                                 markdown_line(report.lab), markdown_line(report.title));
  for (const CheckScore& check : report.score.checks) {
    text += fmt::format("| {} | {} | {} | {} | {}/{} |\n", sign(check.verdict.outcome), markdown_line(check.title),
                        name(check.verdict.outcome), short_coverage_text(check),
                        check.points ? points_text(*check.points) : "-", check.max_points);
  }
  return text +
         fmt::format("| | **all** | | | **{}/{}** |\n\n", points_text(report.score.points), report.score.max_points);
}

std::string finding_text(const Similar& similar) {
  const Finding& finding = *similar.first;
  std::string text = fmt::format("**{}**", title(finding.kind));
  if (const auto where = location(finding); !where.empty()) text += " at " + markdown_line(where);
  if (similar.told) return text + ", as above\n\n";
  text += "\n\n";
  if (const auto words = full_text(finding); !words.empty()) text += markdown_block(words) + "\n";
  if (const auto read = what_to_read(finding); !read.empty()) text += "Read: " + markdown_line(read) + "\n\n";
  if (!finding.replay.empty()) text += "Replay:\n\n" + markdown_block(finding.replay) + "\n";
  if (const auto others = others_text(similar); !others.empty()) text += markdown_line(others) + "\n\n";
  return text;
}

/// What costs nothing, and that someone should look at.
std::string review_text(const Finding& finding) {
  std::string text = "**Needs review, costs no points**";
  if (const auto where = location(finding); !where.empty()) text += " at " + markdown_line(where);
  return text + "\n\n" + markdown_block(finding.message) + "\n";
}

/// What goes with a check besides its findings.
std::string remarks(const CheckScore& check) {
  std::string text;
  if (const auto why = not_judged_text(check.verdict.outcome); !why.empty()) text += markdown_line(why) + "\n\n";
  if (const auto cap = cap_text(check); !cap.empty()) text += markdown_line(cap) + "\n\n";
  if (const auto cases = cases_text(check); !cases.empty()) text += markdown_line(cases) + "\n\n";
  if (const auto coverage = coverage_text(check); !coverage.empty()) text += markdown_line(coverage) + "\n\n";
  for (const auto& note : check.verdict.notes) text += "Note: " + markdown_line(note) + "\n\n";
  return text;
}

/// Adds pieces as long as there is room, and counts those that had none.
class Budget {
 public:
  explicit Budget(std::size_t most) : most_(most) {}

  void add(const std::string& piece) {
    if (left_out_ == 0 && text_.size() + piece.size() <= most_) {
      text_ += piece;
    } else {
      ++left_out_;
    }
  }
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] int left_out() const { return left_out_; }

 private:
  std::size_t most_;
  std::string text_;
  int left_out_ = 0;
};

}  // namespace

std::string step_summary(const GradeReport& report) {
  std::string tail;
  if (const auto left_out = left_out_text(report.score); !left_out.empty()) tail += markdown_line(left_out) + "\n\n";
  tail += markdown_line(next_step(report)) + "\n\n<sub>" + markdown_line(machine_text(report)) + "</sub>\n\n";

  constexpr std::size_t kRoomForCount = 100;
  Budget body(kMostSummaryBytes - std::min(kMostSummaryBytes, tail.size() + kRoomForCount));
  body.add(table(report));
  for (const auto& note : report.notes) body.add("Note: " + markdown_line(note) + "\n\n");
  if (const auto lines = lines_text(report.score); !lines.empty()) body.add(markdown_line(lines) + "\n\n");
  for (const Finding& finding : report.review) body.add(review_text(finding));
  for (const auto& [check, groups] : group_findings(report.score)) {
    const std::string rest = remarks(*check);
    if (groups.empty() && rest.empty()) continue;
    body.add(fmt::format("### {}\n\n", markdown_line(check->title)));
    for (const Similar& similar : groups) body.add(finding_text(similar));
    if (!rest.empty()) body.add(rest);
  }
  std::string text = body.text();
  if (body.left_out() > 0) text += fmt::format("{} parts of this report were left out: too long.\n\n", body.left_out());
  return text + tail;
}

}  // namespace lockstep::report
