// Why steps matter, and which rounds of a loop are shown: of steps written by hand.

#include "explorer/report/reasons.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "explorer/report/rows.h"

namespace lockstep::explorer {
namespace {

constexpr int kSum = 0;
constexpr int kOther = 0;

Step step(ThreadId thread, OpKind kind, const void* object, std::string note = "") {
  return {.thread = thread, .operation = {.kind = kind, .place = 7, .object = object}, .note = std::move(note)};
}

/// What is said of each step; the last one is made at the line of the expectation.
std::vector<std::string> said_of(const std::vector<Step>& steps, const RawFinding& finding) {
  std::vector<NumberedStep> shown;
  shown.reserve(steps.size());
  for (const Step& one : steps) shown.push_back({&one, one.waits || one.access ? 0 : shown.size() + 1});
  return reasons(shown, finding, [&](const Step& one) { return &one == &steps.back(); });
}

RawFinding finding(FindingKind kind) { return {.kind = kind, .message = "", .places = {7}}; }

using Said = std::vector<std::string>;

TEST(ReasonsTest, AStaleLoadMissesTheLatestStore) {
  const std::vector<Step> steps{step(1, OpKind::kStore, &kSum), step(2, OpKind::kStore, &kSum),
                                step(1, OpKind::kStore, &kOther),
                                step(0, OpKind::kLoad, &kSum, "reads 4, an older value")};
  EXPECT_EQ(said_of(steps, finding(FindingKind::kDeadlock)),
            (Said{"", "", "", "may miss thread c's store in step 2, which does not happen before this load"}));
}

TEST(ReasonsTest, WhatHappensWithoutACauseHasNone) {
  const std::vector<Step> steps{step(1, OpKind::kWait, &kSum, "spurious wake-up"),
                                step(2, OpKind::kLock, &kOther, "fails spuriously (try_lock may)"),
                                step(0, OpKind::kLoad, &kSum)};
  EXPECT_EQ(said_of(steps, finding(FindingKind::kAssertion)),
            (Said{"no thread has notified it: a wait may end all the same", "nothing keeps it from succeeding", ""}));
}

TEST(ReasonsTest, ALostUpdateIsTheWriteThatOverwritesWhatItsThreadHadNotSeen) {
  const std::vector<Step> steps{step(1, OpKind::kLoad, &kSum), step(2, OpKind::kLoad, &kSum),
                                step(2, OpKind::kStore, &kSum), step(1, OpKind::kStore, &kSum),
                                step(0, OpKind::kLoad, &kSum)};
  EXPECT_EQ(said_of(steps, finding(FindingKind::kAssertion)),
            (Said{"reads it before thread c changes it in step 3", "", "",
                  "overwrites what thread c wrote in step 3, after this thread's read in step 1", ""}));
}

TEST(ReasonsTest, AnUpdateInOneStepLosesNothingButMayComeTooLate) {
  const std::vector<Step> steps{step(1, OpKind::kLoad, &kSum), step(2, OpKind::kReadModifyWrite, &kSum),
                                step(1, OpKind::kReadModifyWrite, &kSum), step(0, OpKind::kLoad, &kSum)};
  EXPECT_EQ(said_of(steps, finding(FindingKind::kAssertion)),
            (Said{"reads it before thread c changes it in step 2", "",
                  "thread c changed it in step 2, after this thread's read in step 1", ""}));
}

TEST(ReasonsTest, NothingIsSaidWhereNoUpdateWasLost) {
  const std::vector<std::vector<Step>> innocent{
      // One after the other.
      {step(1, OpKind::kLoad, &kSum), step(1, OpKind::kStore, &kSum), step(2, OpKind::kLoad, &kSum),
       step(2, OpKind::kStore, &kSum), step(0, OpKind::kLoad, &kSum)},
      // Of what the expectation does not read.
      {step(1, OpKind::kLoad, &kOther), step(2, OpKind::kStore, &kOther), step(1, OpKind::kStore, &kOther),
       step(0, OpKind::kLoad, &kSum)},
      // A compare_exchange that failed has seen the other's write, and wrote nothing.
      {step(1, OpKind::kLoad, &kSum), step(2, OpKind::kStore, &kSum),
       step(1, OpKind::kReadModifyWrite, &kSum, "fails: another value is there"),
       step(1, OpKind::kReadModifyWrite, &kSum), step(0, OpKind::kLoad, &kSum)},
      // Written without having been read.
      {step(2, OpKind::kStore, &kSum), step(1, OpKind::kStore, &kSum), step(0, OpKind::kLoad, &kSum)}};
  for (const auto& steps : innocent) {
    EXPECT_EQ(said_of(steps, finding(FindingKind::kAssertion)), Said(steps.size()));
  }
}

TEST(ReasonsTest, ADeadlockSaysSinceWhenEachLockIsHeld) {
  std::vector<Step> steps{step(1, OpKind::kLock, &kSum), step(2, OpKind::kLock, &kOther),
                          step(1, OpKind::kLock, &kOther), step(2, OpKind::kLock, &kSum)};
  steps[0].held_then = {{1, "mutex 1"}};
  for (std::size_t i = 1; i < 4; ++i) steps[i].held_then = {{1, "mutex 1"}, {2, "mutex 2"}};
  steps[2].waits = steps[3].waits = true;
  steps[2].object = "mutex 2";
  steps[3].object = "mutex 1";
  EXPECT_EQ(said_of(steps, finding(FindingKind::kDeadlock)),
            (Said{"thread b holds mutex 1 from here on, to the end", "thread c holds mutex 2 from here on, to the end",
                  "thread c has held it since step 2", "thread b has held it since step 1"}));
}

Step waits_in_the_end(ThreadId thread) {
  Step waiting = step(thread, OpKind::kWakeUp, &kSum);
  waiting.waits = true;
  return waiting;
}

TEST(ReasonsTest, ALostWakeUpSaysWhereTheLastNotificationWent) {
  const RawFinding lost = finding(FindingKind::kLostWakeup);
  EXPECT_EQ(said_of({step(0, OpKind::kNotifyOne, &kSum), step(1, OpKind::kWait, &kSum), waits_in_the_end(1)}, lost),
            (Said{"thread b does not wait yet: it begins to in step 2",
                  "the last notification came before this, in step 1", ""}));
  EXPECT_EQ(said_of({step(1, OpKind::kWait, &kSum), step(2, OpKind::kWait, &kSum), step(0, OpKind::kNotifyOne, &kSum),
                     waits_in_the_end(1)},
                    lost),
            (Said{"", "", "wakes another thread than thread b, which has waited since step 1", ""}));
  EXPECT_EQ(said_of({step(1, OpKind::kWait, &kSum), step(0, OpKind::kNotifyOne, &kOther), waits_in_the_end(1)}, lost),
            (Said{"no thread ever notifies it", "", ""}));
}

TEST(ReasonsTest, OfARaceTheLaterAccessIsSaidToHaveNoOrder) {
  RawFinding race = finding(FindingKind::kDataRace);
  race.places = {7, 8};
  race.threads = {1, 0};
  Step write = step(0, OpKind::kWrite, &kSum);
  write.operation.place = 8;
  write.access = true;
  EXPECT_EQ(said_of({step(1, OpKind::kLoad, &kSum), step(2, OpKind::kLoad, &kSum), write}, race),
            (Said{"", "", "nothing orders this after thread b's load in step 1"}));
}

/// Rows of all the steps.
std::vector<Row> rows_for(const std::vector<Step>& steps) {
  std::vector<Row> rows;
  for (std::size_t i = 0; i < steps.size(); ++i) rows.push_back({.step = i, .number = i + 1});
  return rows;
}

std::vector<Step> polls(int rounds) {
  std::vector<Step> steps{step(0, OpKind::kBegin, nullptr)};
  for (int i = 0; i < rounds; ++i) {
    steps.push_back(step(1, OpKind::kLoad, &kSum));
    steps.push_back(step(1, OpKind::kYield, nullptr));
  }
  steps.push_back(step(0, OpKind::kEnd, nullptr));
  return steps;
}

TEST(FoldedTest, OfALoopTheFirstRoundIsShownWithTheNumberOfTheOthers) {
  const std::vector<Step> steps = polls(40);
  const std::vector<Row> rows = folded(rows_for(steps), steps);
  ASSERT_EQ(rows.size(), 4U);
  EXPECT_EQ(rows[2].number, 3U);
  EXPECT_EQ(rows[2].round, 2U);
  EXPECT_EQ(rows[2].more_rounds, 39U);
  EXPECT_EQ(rows[3].number, steps.size());
}

TEST(FoldedTest, TwoRoundsAreShown) {
  const std::vector<Step> steps = polls(2);
  EXPECT_EQ(folded(rows_for(steps), steps).size(), steps.size());
}

TEST(FoldedTest, RoundsInWhichAnotherThreadHasMadeAStepAreShown) {
  std::vector<Step> steps;
  for (int i = 0; i < 10; ++i) {
    steps.push_back(step(1, OpKind::kLoad, &kSum));
    steps.push_back(step(2, OpKind::kLoad, &kSum));
  }
  EXPECT_EQ(folded(rows_for(steps), steps).size(), steps.size());
}

TEST(FoldedTest, AStepThatStaysIsNotFoldedAway) {
  const std::vector<Step> steps = polls(40);
  std::vector<Row> rows = rows_for(steps);
  rows[41].stays = true;
  const std::vector<Row> left = folded(rows, steps);
  EXPECT_EQ(std::count_if(left.begin(), left.end(), [](const Row& row) { return row.stays; }), 1);
  std::size_t all = 0;
  for (const Row& row : left) all += 1 + row.folded();
  EXPECT_EQ(all, steps.size()) << "no step is lost";
}

TEST(FoldedTest, ARoundThatEndsOtherwiseIsNotOneOfThem) {
  std::vector<Step> steps = polls(10);
  steps[9].note = "timed out";
  const std::vector<Row> rows = folded(rows_for(steps), steps);
  EXPECT_TRUE(std::any_of(rows.begin(), rows.end(), [](const Row& row) { return row.step == 9; }));
}

}  // namespace
}  // namespace lockstep::explorer
