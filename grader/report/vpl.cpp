#include "report/vpl.h"

#include <fmt/core.h>

#include <algorithm>
#include <string_view>

#include "report/check_text.h"
#include "report/findings.h"
#include "report/points_text.h"
#include "report/scaled_points.h"
#include "report/wording.h"
#include "text/console_text.h"

namespace lockstep::report {
namespace {

/// Each line behind ">", which VPL shows as it stands.
std::string preformatted(std::string_view text) {
  std::string lines;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    lines += fmt::format(">{}\n", line);
  }
  return lines;
}

/// A title of VPL's: a line behind "-".
std::string vpl_title(const CheckScore& check) {
  const std::string points = check.points ? points_text(*check.points) : "not judged";
  return fmt::format("-{}: {} of {}\n", console_text(check.id), points, check.max_points);
}

}  // namespace

std::string vpl(const GradeReport& report) {
  const Score& score = report.score;
  std::string text = "<|--\n";
  text += fmt::format("-{}: {} of {} points\n", report.lab, points_text(score.points), score.max_points);
  for (const std::string& said : {left_out_text(score), next_step(report), machine_text(report)}) {
    text += preformatted(console_text(said));
  }
  for (const std::string& note : report.notes) text += preformatted(console_text("Note: " + note));
  for (const CheckFindings& findings : group_findings(score)) {
    text += vpl_title(*findings.check) + preformatted(console_text(findings.check->title)) +
            preformatted(check_text(findings));
  }
  text += "--|>\n";
  if (const auto grade = scaled_points(score)) text += fmt::format("Grade :=>> {}\n", points_text(*grade));
  return text;
}

}  // namespace lockstep::report
