// What the files for platforms say of a grade. Whether they have the platforms' form is looked at by
// check_platforms.py.

#include <gtest/gtest.h>

#include <cstdint>
#include <string>

#include "report/classroom.h"
#include "report/classroom50.h"
#include "report/ctrf.h"
#include "report/gradescope.h"
#include "report/json_text.h"
#include "report/junit.h"
#include "report/prairielearn.h"
#include "report/sample_reports.h"
#include "report/sarif.h"

namespace lockstep::report {
namespace {

/// A report in which nothing could be judged.
GradeReport nothing_judged() {
  GradeReport report = all_points();
  report.score.left_out += report.score.max_points;
  report.score.points = 0;
  report.score.max_points = 0;
  for (CheckScore& check : report.score.checks) {
    check.points.reset();
    check.verdict.outcome = Outcome::kError;
  }
  return report;
}

TEST(GradescopeTest, WhatCouldNotBeJudgedIsLeftOutByProportion) {
  GradeReport report = all_points();
  report.score.points = 45;
  report.score.max_points = 90;
  report.score.left_out = 10;
  EXPECT_EQ(Json::parse(gradescope(report))["score"], 50);
}

TEST(GradescopeTest, ACheckThatCouldNotBeJudgedHasNoScore) {
  const Json tests = Json::parse(gradescope(points_lost()))["tests"];
  EXPECT_EQ(tests[2]["score"], 12.49);
  EXPECT_EQ(tests[2]["max_score"], 30);
  EXPECT_EQ(tests[2]["status"], "failed");
  EXPECT_FALSE(tests[4].contains("score"));
  EXPECT_FALSE(tests[4].contains("status"));
  EXPECT_NE(tests[4]["output"].get<std::string>().find("It costs you nothing"), std::string::npos);
}

TEST(GradescopeTest, NothingJudgedIsNoZero) {
  EXPECT_FALSE(Json::parse(gradescope(nothing_judged())).contains("score"));
}

TEST(GradescopeTest, AGradingThatHasNotEndedCountsThePointsSoFarAndSaysSo) {
  GradeReport report = all_points();
  report.ended = false;
  report.score.points = 60;
  report.score.left_out = report.score.max_points - 60;
  report.score.max_points = 60;
  report.score.checks.back().points.reset();
  const Json results = Json::parse(gradescope(report));
  EXPECT_EQ(results["score"], 60) << "no share of what nobody looked at";
  EXPECT_NE(results["output"].get<std::string>().find("has not ended"), std::string::npos);
  EXPECT_EQ(results["tests"].back()["output"], "Not judged: the grading did not come to it.");
}

TEST(Classroom50Test, WholeScoresAddUpToTheWholePoints) {
  GradeReport report = all_points();
  report.score.points = 0;
  for (CheckScore& check : report.score.checks) report.score.points += *(check.points = check.max_points - 0.4);
  const Json result = Json::parse(classroom50(report));
  int sum = 0;
  for (const Json& test : result["tests"]) sum += test["score"].get<int>();
  EXPECT_EQ(result["score"], static_cast<int>(report.score.points));
  EXPECT_EQ(sum, result["score"]);
}

TEST(Classroom50Test, WhatCouldNotBeJudgedIsNoTest) {
  EXPECT_EQ(Json::parse(classroom50(points_lost()))["tests"].size(), 4U);
  EXPECT_EQ(Json::parse(classroom50(nothing_judged()))["max-score"], 0);
}

TEST(ClassroomTest, TheTestsScoresAreThePoints) {
  const GradeReport report = points_lost();
  const Json result = Json::parse(classroom(report));
  double sum = 0;
  for (const Json& test : result["tests"]) sum += test["score"].get<double>();
  EXPECT_DOUBLE_EQ(sum, report.score.points);
  EXPECT_EQ(result["status"], "fail");
  EXPECT_EQ(Json::parse(classroom(all_points()))["status"], "pass");
  EXPECT_EQ(Json::parse(classroom(nothing_judged()))["status"], "error") << "no zero, and no pass";
}

TEST(CtrfTest, WhatIsNotTheLearnersFaultHasNotFailed) {
  const Json results = Json::parse(ctrf(points_lost()))["results"];
  EXPECT_EQ(results["summary"]["skipped"], 1);
  EXPECT_EQ(results["summary"]["other"], 1);
  EXPECT_EQ(results["summary"]["stop"].get<std::int64_t>() - results["summary"]["start"].get<std::int64_t>(), 12'340);
}

TEST(PrairieLearnTest, TheScoreIsTheShareOfWhatCouldBeJudged) {
  const GradeReport report = points_lost();
  const Json results = Json::parse(prairielearn(report));
  EXPECT_DOUBLE_EQ(results["score"].get<double>(), report.score.points / report.score.max_points);
  EXPECT_EQ(results["tests"][4]["max_points"], 0) << "not judged";
}

TEST(PrairieLearnTest, NothingJudgedCostsNoAttempt) {
  const Json results = Json::parse(prairielearn(nothing_judged()));
  EXPECT_EQ(results["gradable"], false);
  EXPECT_FALSE(results.contains("score"));
}

TEST(PrairieLearnTest, LongTextsAreCut) {
  const GradeReport report = report_with({finding(FindingKind::kCrash, std::string(3'000'000, '#'), "a.cpp", 1)});
  EXPECT_LT(prairielearn(report).size(), 1'000'000U);
}

TEST(JunitTest, AFailedCaseHasTheFindingThatNamesIt) {
  const std::string xml = junit(points_lost());
  const auto at = xml.find("<testcase name=\"ThreadsTest.KeepsInputOrder\"");
  ASSERT_NE(at, std::string::npos);
  EXPECT_EQ(xml.substr(at).find("<failure message="), xml.substr(at).find('<', 1)) << xml.substr(at, 400);
  EXPECT_NE(xml.find("<skipped message="), std::string::npos);
  EXPECT_NE(xml.find("<error message="), std::string::npos);
  EXPECT_NE(xml.find("<property name=\"points\" value=\"12.49\"/>"), std::string::npos);
}

TEST(SarifTest, AFindingHasItsPlaceInTheRepositoryAndTheOthersThatItNames) {
  const Json result = Json::parse(sarif(found_by_the_explorer()))["runs"][0]["results"][0];
  const Json& physical = result["locations"][0]["physicalLocation"];
  EXPECT_EQ(physical["artifactLocation"]["uri"], "labs/01-primes/concurrent.cpp");
  EXPECT_EQ(physical["region"]["startLine"], 41);
  EXPECT_EQ(result["relatedLocations"].size(), 2U);
}

TEST(SarifTest, WhatNeedsAnInstructorsLookIsANote) {
  GradeReport report = all_points();
  report.review = {finding(FindingKind::kIntegrity, "look", "a b.cpp", 3)};
  const Json result = Json::parse(sarif(report))["runs"][0]["results"].back();
  EXPECT_EQ(result["level"], "note");
  EXPECT_EQ(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], "labs/01-primes/a%20b.cpp");
}

TEST(SarifTest, TheSameFindingHasTheSameFingerprint) {
  const auto fingerprint = [](int line) {
    const auto report = report_with({finding(FindingKind::kCrash, "it crashed", "a.cpp", line)});
    return Json::parse(sarif(report))["runs"][0]["results"][0]["partialFingerprints"];
  };
  EXPECT_EQ(fingerprint(7), fingerprint(7));
  EXPECT_NE(fingerprint(7), fingerprint(8));
}

}  // namespace
}  // namespace lockstep::report
