#include "report/findings.h"

#include <gtest/gtest.h>

#include "report/sample_reports.h"

namespace lockstep::report {
namespace {

TEST(FindingsTest, SimilarOnesAreTogetherInTheOrderOfTheirFirsts) {
  const GradeReport report =
      report_with({finding(FindingKind::kCrash, "a", "x.cpp", 1), finding(FindingKind::kDataRace, "b", "x.cpp", 2),
                   finding(FindingKind::kCrash, "c", "x.cpp", 3)});
  const auto groups = group_findings(report.score).front().groups;
  ASSERT_EQ(groups.size(), 2U);
  EXPECT_EQ(groups[0].first->message, "a");
  ASSERT_EQ(groups[0].others.size(), 1U);
  EXPECT_EQ(groups[0].others[0]->message, "c");
  EXPECT_EQ(groups[1].first->message, "b");
}

TEST(FindingsTest, TheSameFindingTwiceCountsOnce) {
  const Finding same = finding(FindingKind::kCrash, "a", "x.cpp", 1);
  EXPECT_TRUE(group_findings(report_with({same, same}).score).front().groups[0].others.empty());
}

TEST(FindingsTest, WhatAnEarlierCheckHasToldIsMarked) {
  const GradeReport report = does_not_build();
  const auto all = group_findings(report.score);
  EXPECT_FALSE(all[0].groups[0].told);
  EXPECT_TRUE(all[1].groups[0].told);
}

TEST(FindingsTest, OthersAreCountedAndTheirFirstPlacesNamed) {
  std::vector<Finding> findings;
  for (int line = 1; line <= 6; ++line) findings.push_back(finding(FindingKind::kCrash, "a", "x.cpp", line));
  const GradeReport many = report_with(findings);
  EXPECT_EQ(others_text(group_findings(many.score)[0].groups[0]),
            "and 5 more of this kind: x.cpp:2, x.cpp:3, x.cpp:4, ...");
  const GradeReport one = report_with({findings[0]});
  EXPECT_EQ(others_text(group_findings(one.score)[0].groups[0]), "");
}

TEST(FindingsTest, OtherFunctionsThatAreNotWrittenAreNamed) {
  const auto unwritten = [](const char* function) {
    return finding(FindingKind::kUnwritten, std::string(function) + " is not written yet: see part 1 of README.md.");
  };
  const GradeReport report = report_with({unwritten("find"), unwritten("Mutex::lock"), unwritten("find")});
  EXPECT_EQ(others_text(group_findings(report.score)[0].groups[0]), "and 1 more of this kind: Mutex::lock");
}

TEST(FindingsTest, EveryKindHasATitle) {
  for (const auto& [kind, spelling] : kFindingKindNames) EXPECT_NE(title(kind), "Finding") << spelling;
}

TEST(FindingsTest, APlaceIsFileAndLineAsFarAsTheyAreKnown) {
  EXPECT_EQ(location(finding(FindingKind::kCrash, "", "x.cpp", 3)), "x.cpp:3");
  EXPECT_EQ(location(finding(FindingKind::kCrash, "", "x.cpp")), "x.cpp");
  EXPECT_EQ(location(finding(FindingKind::kCrash, "")), "");
}

}  // namespace
}  // namespace lockstep::report
