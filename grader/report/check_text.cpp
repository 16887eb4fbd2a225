#include "report/check_text.h"

#include <string_view>

#include "report/coverage_text.h"
#include "report/what_to_read.h"
#include "report/wording.h"
#include "text/console_text.h"
#include "text/plain_text.h"

namespace lockstep::report {
namespace {

void add(std::string& text, std::string_view paragraph) {
  if (paragraph.empty()) return;
  if (!text.empty()) text += "\n\n";
  text += paragraph;
}

std::string headline(const Finding& finding) {
  std::string text(title(finding.kind));
  if (const auto where = location(finding); !where.empty()) text += " at " + where;
  return text;
}

}  // namespace

std::string finding_text(const Finding& finding) {
  std::string text = headline(finding);
  if (const auto words = full_text(finding); !words.empty()) text += "\n" + words;
  if (const auto read = what_to_read(finding); !read.empty()) text += "\nRead: " + read;
  if (!finding.replay.empty()) text += "\nReplay: " + finding.replay;
  return shortened(console_text(text), kMostCheckBytes);
}

std::string check_text(const CheckFindings& findings) {
  const CheckScore& check = *findings.check;
  std::string text;
  for (const Similar& similar : findings.groups) {
    add(text, similar.told ? headline(*similar.first) + ", as above" : finding_text(*similar.first));
    if (const auto others = others_text(similar); !others.empty()) text += "\n" + others;
  }
  add(text, not_judged_text(check.verdict.outcome));
  add(text, cap_text(check));
  add(text, cases_text(check));
  add(text, coverage_text(check));
  for (const std::string& note : check.verdict.notes) add(text, "Note: " + note);
  return shortened(console_text(text), kMostCheckBytes);
}

}  // namespace lockstep::report
