#include "report/terminal.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "report/coverage_text.h"
#include "report/findings.h"
#include "report/lines_text.h"
#include "report/points_text.h"
#include "report/what_to_read.h"
#include "report/wording.h"
#include "report/wrap.h"
#include "text/console_text.h"
#include "text/plain_text.h"
#include "text/utf8.h"

namespace lockstep::report {
namespace {

/// Select Graphic Rendition codes (ECMA-48).
enum class Ink : int { kBold = 1, kDim = 2, kRed = 31, kGreen = 32, kYellow = 33, kMagenta = 35 };

struct Look {
  std::string_view sign;
  Ink ink;
};

Look look(Outcome outcome) {
  switch (outcome) {
    case Outcome::kPass:
      return {"✓", Ink::kGreen};
    case Outcome::kFail:
      return {"✗", Ink::kRed};
    case Outcome::kInconclusive:
      return {"?", Ink::kYellow};
    case Outcome::kError:
      return {"!", Ink::kMagenta};
  }
  return {"!", Ink::kMagenta};
}

/// Writes the lines of one report.
class Page {
 public:
  explicit Page(const TerminalStyle& style) : colour_(style.colour), width_(std::max(style.width, 40)) {}

  void blank() { text_ += '\n'; }

  void paragraph(std::string_view text, std::string_view margin, Ink ink) {
    for (const auto& line : wrap(text, width_ - columns(margin)))
      text_ += std::string(margin) + paint(line, ink) + '\n';
  }

  /// Words at the left, `right` at the right edge of the last of their lines.
  void row(std::string_view sign, Ink ink, std::string_view left, std::string_view right) {
    const int gap = 2;
    const int room = width_ - 4 - gap - columns(right);
    const auto lines = wrap(left, room);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      text_ += "  " + (i == 0 ? paint(sign, ink) : " ") + " " + lines[i];
      if (i + 1 == lines.size()) {
        text_ += std::string(static_cast<std::size_t>(room + gap - columns(lines[i])), ' ') + paint(right, ink);
      }
      text_ += '\n';
    }
  }

  /// Words behind the bar; of more than `most_lines` lines the first.
  void barred(std::string_view text, Ink bar, int indent = 0, std::size_t most_lines = 40) {
    const std::string margin(static_cast<std::size_t>(indent), ' ');
    const auto lines = wrap(text, width_ - 6 - indent);
    const std::size_t shown = std::min(lines.size(), most_lines);
    for (std::size_t i = 0; i < shown; ++i) bar_line(margin + lines[i], bar);
    if (shown < lines.size()) bar_line(margin + fmt::format("[... {} more lines]", lines.size() - shown), bar);
  }

  /// A command behind the bar, on one line however long, so that it can be copied.
  void barred_command(std::string_view text, Ink bar, int indent) {
    bar_line(std::string(static_cast<std::size_t>(indent), ' ') + std::string(text), bar);
  }

  [[nodiscard]] std::string text() && { return without_commands(std::move(text_), "# "); }

 private:
  void bar_line(std::string_view line, Ink ink) {
    text_ += "    " + paint("│", ink);
    if (line.find_first_not_of(' ') != std::string_view::npos) text_ += " " + std::string(line);
    text_ += '\n';
  }

  [[nodiscard]] std::string paint(std::string_view text, Ink ink) const {
    if (!colour_ || text.empty()) return std::string(text);
    return fmt::format("\x1b[{}m{}\x1b[0m", static_cast<int>(ink), text);
  }

  bool colour_;
  int width_;
  std::string text_;
};

void write_finding(Page& page, const Similar& similar, Ink ink) {
  const Finding& finding = *similar.first;
  const std::string where = location(finding);
  std::string head(title(finding.kind));
  if (!where.empty()) head += " at " + where;
  if (similar.told) {
    page.barred(head + ", as above", ink);
    return;
  }
  page.barred(head, ink);
  if (const auto words = full_text(finding); !words.empty()) page.barred(plain_text(words), ink, 2);
  if (const auto read = what_to_read(finding); !read.empty()) page.barred("Read: " + plain_line(read), ink, 2);
  if (!finding.replay.empty()) page.barred_command("Replay: " + plain_line(finding.replay), ink, 2);
  if (const auto others = others_text(similar); !others.empty()) page.barred(others, ink, 2);
}

void write_check(Page& page, const CheckFindings& findings) {
  const CheckScore& check = *findings.check;
  const auto [sign, ink] = look(check.verdict.outcome);
  const std::string points = check.points ? points_text(*check.points) : "-";
  page.row(sign, ink, plain_line(check.title), fmt::format("{}/{}", points, check.max_points));
  if (!check.points) page.barred(not_judged_text(check.verdict.outcome), ink);
  if (const auto cap = cap_text(check); !cap.empty()) page.barred(cap, ink);
  for (const Similar& similar : findings.groups) write_finding(page, similar, ink);
  if (const auto cases = cases_text(check); !cases.empty()) page.barred(cases, ink);
  if (const auto coverage = coverage_text(check); !coverage.empty()) page.barred(coverage, ink);
  for (const auto& note : check.verdict.notes) page.barred("Note: " + plain_text(note), ink);
}

/// What costs nothing, and that someone should look at.
void write_review(Page& page, const std::vector<Finding>& findings) {
  for (const Finding& finding : findings) {
    const std::string where = location(finding);
    page.barred("Needs review, costs no points" + (where.empty() ? "" : ": " + where), Ink::kYellow);
    page.barred(plain_text(finding.message), Ink::kYellow, 2);
  }
}

}  // namespace

std::string terminal(const GradeReport& report, const TerminalStyle& style) {
  Page page(style);
  const Score& score = report.score;
  page.paragraph(plain_line(report.lab + ": " + report.title), "", Ink::kBold);
  page.blank();
  for (const CheckFindings& findings : group_findings(score)) write_check(page, findings);
  page.blank();
  const bool lost = score.points < score.max_points;
  page.row(" ", lost ? Ink::kRed : Ink::kGreen, "Points",
           fmt::format("{}/{}", points_text(score.points), score.max_points));
  if (const auto left_out = left_out_text(score); !left_out.empty()) page.paragraph(left_out, "    ", Ink::kYellow);
  if (const auto lines = lines_text(score); !lines.empty()) page.barred(lines, Ink::kYellow);
  write_review(page, report.review);
  for (const auto& note : report.notes) page.barred("Note: " + plain_text(note), Ink::kYellow);
  page.blank();
  page.paragraph(next_step(report), "  ", Ink::kBold);
  page.paragraph(machine_text(report), "  ", Ink::kDim);
  return std::move(page).text();
}

}  // namespace lockstep::report
