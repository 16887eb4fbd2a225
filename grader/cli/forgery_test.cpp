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

  /// Grades a file of testdata/misbehaving that earns nothing, since its report does not count.
  void expect_nothing(const std::string& file, const std::string& kind) {
    const json graded = grade(file);
    EXPECT_EQ(graded["points"], 0) << graded.dump(2);
    EXPECT_EQ(graded["checks"][0]["findings"][0]["kind"], kind) << graded.dump(2);
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

TEST_F(ForgeryEndToEndTest, AReportOfItsOwnEarnsNothing) { expect_nothing("writes_a_report_of_its_own", "early-exit"); }

TEST_F(ForgeryEndToEndTest, TheReportOfACopyOfTheProcessEarnsNothing) { expect_nothing("copies_itself", "early-exit"); }

TEST_F(ForgeryEndToEndTest, AReportThatWasChangedOnItsWayEarnsNothing) {
  expect_nothing("edits_its_report", "early-exit");
}

TEST_F(ForgeryEndToEndTest, AnExceptionIsNeverForgiven) { expect_nothing("throws_what_is_forgiven", "exception"); }

TEST_F(ForgeryEndToEndTest, AWordThatMacrosJoinTellsNoFlavoursApart) { expect_forgery("joins_a_word", 15, 15, "tsan"); }

TEST_F(ForgeryEndToEndTest, AnAttributeThatMacrosJoinHidesNothing) {
  expect_forgery("joins_an_attribute", 15, 9, "tsan");
  expect_forgery("joins_an_attribute_for_memory", 15, 5, "asan");
}

TEST_F(ForgeryEndToEndTest, AnInstructionThatMacrosJoinHidesNothing) {
  expect_forgery("joins_an_instruction", 15, 16, "tsan");
}

TEST_F(ForgeryEndToEndTest, WhatEndsBeforeTheHarnessHasNotPassed) {
  expect_nothing("leaves_when_it_is_over", "early-exit");
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
