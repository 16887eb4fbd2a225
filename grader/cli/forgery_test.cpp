// Submissions that work against the grader instead of for the task.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "cli/end_to_end.h"

namespace lockstep::cli {
namespace {

using nlohmann::json;

class ForgeryEndToEndTest : public EndToEnd {
 protected:
  /// Grades a file of testdata/misbehaving, which loses the points of some checks with a finding of integrity there.
  void expect_forgery(const std::string& file, int points, int line, const std::string& check) {
    const json graded = grade(file);
    EXPECT_EQ(graded["points"], points) << graded.dump(2);
    EXPECT_EQ(graded["max_points"], 20) << graded.dump(2);
    for (const json& each : graded["checks"]) {
      if (each["id"] != check) continue;
      EXPECT_EQ(each["points"], 0);
      ASSERT_FALSE(each["findings"].empty()) << graded.dump(2);
      EXPECT_EQ(each["findings"][0]["kind"], "integrity") << graded.dump(2);
      EXPECT_EQ(each["findings"][0]["file"], "tiny.cpp");
      EXPECT_EQ(each["findings"][0]["line"], line);
    }
  }
};

TEST_F(ForgeryEndToEndTest, AFunctionInPlaceOfTheLibrarysEarnsNothing) {
  expect_forgery("forges_the_report", 0, 11, "tests");
  expect_forgery("changes_the_clock", 0, 6, "tests");
}

TEST_F(ForgeryEndToEndTest, AHiddenRaceCostsTheChecksThatLookForRaces) {
  expect_forgery("hides_a_race", 15, 8, "tsan");
  expect_forgery("hides_a_race_in_assembly", 15, 8, "tsan");
  expect_forgery("races_where_nobody_looks", 15, 12, "tsan");
}

TEST_F(ForgeryEndToEndTest, AReportOfItsOwnEarnsNothing) {
  const json graded = grade("writes_a_report_of_its_own");
  EXPECT_EQ(graded["points"], 0) << graded.dump(2);
  EXPECT_EQ(graded["checks"][0]["findings"][0]["kind"], "early-exit") << graded.dump(2);
}

TEST_F(ForgeryEndToEndTest, AReportThatWasChangedOnItsWayEarnsNothing) {
  const json graded = grade("edits_its_report");
  EXPECT_EQ(graded["points"], 0) << graded.dump(2);
  EXPECT_EQ(graded["checks"][0]["findings"][0]["kind"], "early-exit") << graded.dump(2);
}

TEST_F(ForgeryEndToEndTest, AnExceptionIsNeverForgiven) {
  const json graded = grade("throws_what_is_forgiven");
  EXPECT_EQ(graded["points"], 0) << graded.dump(2);
  EXPECT_EQ(graded["checks"][0]["findings"][0]["kind"], "exception") << graded.dump(2);
}

TEST_F(ForgeryEndToEndTest, AWordThatMacrosJoinTellsNoFlavoursApart) { expect_forgery("joins_a_word", 15, 15, "tsan"); }

TEST_F(ForgeryEndToEndTest, WhatEndsBeforeTheHarnessHasNotPassed) {
  const json graded = grade("leaves_when_it_is_over");
  EXPECT_EQ(graded["points"], 0) << graded.dump(2);
  EXPECT_EQ(graded["checks"][0]["findings"][0]["kind"], "early-exit") << graded.dump(2);
}

TEST_F(ForgeryEndToEndTest, WhatMayBeHonestCostsNothingAndIsShown) {
  const json graded = grade("may_be_honest");
  EXPECT_EQ(graded["points"], 20) << graded.dump(2);
  ASSERT_EQ(graded["review"].size(), 1U) << graded.dump(2);
  EXPECT_EQ(graded["review"][0]["kind"], "integrity");
  EXPECT_EQ(graded["review"][0]["line"], 9);
  EXPECT_NE(run_.errors.find("Needs review, costs no points: tiny.cpp:9"), std::string::npos) << run_.errors;
}

TEST_F(ForgeryEndToEndTest, HonestCodeRaisesNoSuspicion) {
  const json graded = grade("right");
  EXPECT_EQ(graded["points"], 20) << graded.dump(2);
  EXPECT_FALSE(graded.contains("review")) << graded.dump(2);
}

}  // namespace
}  // namespace lockstep::cli
