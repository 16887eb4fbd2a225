#include "checks/case_ending.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace lockstep::checks {
namespace {

const std::vector<TestCase> kCases{{"A.One", 10}, {"A.Two", 30}};

CaseEnding ended_in(FindingKind kind) {
  Finding finding;
  finding.kind = kind;
  return {.fault = finding, .coverage = std::nullopt};
}

CaseEnding covered(Coverage::End end) {
  return {.fault = std::nullopt,
          .coverage = Coverage{.end = end, .schedules = 1000, .cut = 12, .bounds = {.steps = 300'000}}};
}

const CaseEnding kPassed{};
const CaseEnding kFailed = ended_in(FindingKind::kDeadlock);
const CaseEnding kDiffered = ended_in(FindingKind::kNondeterminism);
const CaseEnding kCut = covered(Coverage::End::kTruncated);

CaseEnding out_of_time() {
  CaseEnding ending = covered(Coverage::End::kBudget);
  ending.coverage->cut = 0;
  ending.coverage->out_of_time = true;
  return ending;
}

Verdict verdict_of(const std::vector<CaseEnding>& endings, bool deterministic = false) {
  return checks::verdict_of(kCases, endings, deterministic);
}

TEST(CaseEndingTest, CasesThatPassEarnAll) {
  const Verdict verdict = verdict_of({covered(Coverage::End::kAll), covered(Coverage::End::kBudget)});
  EXPECT_EQ(verdict.outcome, Outcome::kPass);
  EXPECT_EQ(verdict.fraction, 1);
  ASSERT_TRUE(verdict.cases[0].coverage && verdict.cases[1].coverage);
  EXPECT_EQ(verdict.cases[1].coverage->end, Coverage::End::kBudget);
  EXPECT_TRUE(verdict.notes.empty());
}

TEST(CaseEndingTest, ACaseThatFailsLosesItsPoints) {
  const Verdict verdict = verdict_of({kPassed, kFailed});
  EXPECT_EQ(verdict.outcome, Outcome::kFail);
  EXPECT_EQ(verdict.fraction, 0.25);
  EXPECT_EQ(verdict.cases[0].verdict, Outcome::kPass);
  EXPECT_EQ(verdict.cases[1].verdict, Outcome::kFail);
  EXPECT_EQ(verdict.findings.size(), 1U);
}

TEST(CaseEndingTest, ACaseThatExploresNothingIsAMistakeOfTheLabs) {
  const CaseEnding nothing{.fault = {}, .coverage = {}, .explored_nothing = true};
  const Verdict verdict = verdict_of({nothing, kCut});
  EXPECT_EQ(verdict.outcome, Outcome::kError);
  EXPECT_EQ(verdict.fraction, 0);
  EXPECT_EQ(verdict.cases[0].verdict, Outcome::kError);
  ASSERT_EQ(verdict.notes.size(), 2U);
  EXPECT_NE(verdict.notes[0].find("A.One is not judged: it has explored nothing"), std::string::npos);
  EXPECT_EQ(verdict_of({nothing, kFailed}).fraction, 0.25) << "it costs nothing";
}

TEST(CaseEndingTest, ACutScheduleLeavesTheCaseOpen) {
  const Verdict verdict = verdict_of({kPassed, kCut});
  EXPECT_EQ(verdict.outcome, Outcome::kInconclusive);
  EXPECT_EQ(verdict.cases[0].verdict, Outcome::kPass);
  EXPECT_EQ(verdict.cases[1].verdict, Outcome::kInconclusive);
  ASSERT_TRUE(verdict.cases[1].coverage);
  ASSERT_EQ(verdict.notes.size(), 1U);
  EXPECT_EQ(verdict.notes[0],
            "A.Two is not judged: nothing was found in 1,000 schedules, 12 of which were cut after 300,000 steps: what "
            "comes after that was not explored.");
}

TEST(CaseEndingTest, ACaseThatTheMachineWasTooBusyForIsOpen) {
  const CaseEnding starved{.fault = {}, .coverage = {}, .starved = "was given 0.1 s of CPU time"};
  const Verdict verdict = verdict_of({kPassed, starved});
  EXPECT_EQ(verdict.outcome, Outcome::kInconclusive);
  EXPECT_EQ(verdict.cases[1].verdict, Outcome::kInconclusive);
  EXPECT_EQ(verdict.notes, std::vector<std::string>{"A.Two is not judged: it was given 0.1 s of CPU time."});
  EXPECT_EQ(verdict_of({kFailed, starved}).fraction, 0.75);
}

TEST(CaseEndingTest, TimeThatRanOutLeavesTheCaseOpen) {
  const Verdict verdict = verdict_of({out_of_time(), kPassed});
  EXPECT_EQ(verdict.outcome, Outcome::kInconclusive);
  EXPECT_EQ(verdict.cases[0].verdict, Outcome::kInconclusive);
  ASSERT_EQ(verdict.notes.size(), 1U);
  EXPECT_EQ(verdict.notes[0],
            "A.One is not judged: it ran out of time before its schedules were run. Nothing was found in 1,000 "
            "schedules of more, until time ran out.");
}

TEST(CaseEndingTest, ACaseThatDiffersFromRunToRunIsOpenAndSaysHow) {
  const Verdict verdict = verdict_of({kDiffered, kPassed});
  EXPECT_EQ(verdict.outcome, Outcome::kInconclusive);
  EXPECT_EQ(verdict.cases[0].verdict, Outcome::kInconclusive);
  ASSERT_EQ(verdict.findings.size(), 1U);
  EXPECT_EQ(verdict.findings[0].kind, FindingKind::kNondeterminism);
  EXPECT_EQ(verdict.notes.size(), 1U);
}

TEST(CaseEndingTest, WhereTheCheckAsksForDeterminismItFails) {
  const Verdict verdict = verdict_of({kDiffered, kPassed}, true);
  EXPECT_EQ(verdict.outcome, Outcome::kFail);
  EXPECT_EQ(verdict.fraction, 0.75);
  EXPECT_EQ(verdict.cases[0].verdict, Outcome::kFail);
}

TEST(CaseEndingTest, BesideOneThatFailsAnOpenCaseCostsNothing) {
  for (const CaseEnding& open : {kDiffered, kCut, out_of_time()}) {
    const Verdict verdict = verdict_of({kFailed, open});
    EXPECT_EQ(verdict.outcome, Outcome::kFail);
    EXPECT_EQ(verdict.fraction, 0.75);
    EXPECT_EQ(verdict.cases[1].verdict, Outcome::kInconclusive);
  }
}

CaseEnding ran(std::set<int> lines, std::set<int> never) {
  CaseEnding ending = covered(Coverage::End::kAll);
  ending.lines = {{.file = "queue.h", .ran = std::move(lines), .never = std::move(never)}};
  return ending;
}

TEST(CaseEndingTest, ALineThatOneCaseRanWasRun) {
  const Verdict verdict = verdict_of({ran({1}, {2, 3}), ran({2}, {1, 3})});
  ASSERT_EQ(verdict.lines.size(), 1U);
  EXPECT_EQ(verdict.lines[0].ran, (std::set<int>{1, 2}));
  EXPECT_EQ(verdict.lines[0].never, (std::set<int>{3}));
}

TEST(CaseEndingTest, OfACaseThatEndedEarlyItIsNotKnownWhatItWouldHaveRun) {
  CaseEnding starved = ran({}, {});
  starved.starved = "was given 0.1 s of CPU time";
  for (const CaseEnding& early : {kFailed, starved}) EXPECT_TRUE(verdict_of({ran({1}, {2}), early}).lines.empty());
}

}  // namespace
}  // namespace lockstep::checks
