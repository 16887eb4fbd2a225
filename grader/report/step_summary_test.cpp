#include "report/step_summary.h"

#include <gtest/gtest.h>

#include "report/sample_reports.h"

namespace lockstep::report {
namespace {

bool says(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST(StepSummaryTest, HasARowForEachCheckAndTheSum) {
  const std::string text = step_summary(points_lost());
  EXPECT_TRUE(says(text, "| ❌ | Search with threads | fail |  | 12.49/30 |\n")) << text;
  EXPECT_TRUE(says(text, "| ⚠️ | No memory error | error |  | -/10 |\n")) << text;
  EXPECT_TRUE(says(text, "| | **all** | | | **32.49/70** |\n")) << text;
}

TEST(StepSummaryTest, ARowSaysWhatWasExplored) {
  const std::string text = step_summary(all_points());
  EXPECT_TRUE(says(text, "| ✅ | Right in every schedule | pass | 3,204 schedules of more | 20/20 |\n")) << text;
}

TEST(StepSummaryTest, AMessageCannotLeaveItsBlock) {
  const std::string text = step_summary(report_with({finding(FindingKind::kCrash, "a\n`````\n<b>")}));
  EXPECT_TRUE(says(text, "``````text\na\n`````\n<b>\n``````\n")) << text;
}

TEST(StepSummaryTest, TextOutsideABlockIsEscaped) {
  GradeReport report = report_with({});
  report.score.checks[0].title = "<img src=x> | [a](b) `c` *d* & \\";
  EXPECT_TRUE(says(step_summary(report), "&lt;img src=x&gt; \\| \\[a\\](b) \\`c\\` \\*d\\* &amp; \\\\"));
}

TEST(StepSummaryTest, StaysBelowWhatGitHubTakes) {
  std::vector<Finding> findings;
  findings.reserve(kFindingKindNames.size());
  for (const auto& [kind, spelling] : kFindingKindNames) {
    findings.push_back(finding(kind, std::string(20'000, '&'), std::string(20'000, '<'), 1));
  }
  GradeReport report = report_with(findings);
  report.notes.assign(5, std::string(20'000, '&'));
  report.machine.os = std::string(20'000, '&');
  const std::string text = step_summary(report);
  EXPECT_LE(text.size(), kMostSummaryBytes);
  EXPECT_GT(text.size(), kMostSummaryBytes - 200'000) << "the room is used";
  EXPECT_TRUE(says(text, "parts of this report were left out"));
  EXPECT_TRUE(text.ends_with("</sub>\n\n"));
}

TEST(StepSummaryTest, WhatHasRoomIsAllThere) { EXPECT_FALSE(says(step_summary(points_lost()), "left out: too long")); }

}  // namespace
}  // namespace lockstep::report
