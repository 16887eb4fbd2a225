#include "checks/speedup/speedup.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sched.h>

#include <map>
#include <string>
#include <thread>

#include "process/sandbox.h"

namespace lockstep::checks {
namespace {

using testing::ContainsRegex;
using testing::HasSubstr;

/// Judges a program of testdata/.
Result<Verdict> judged(const std::string& program, std::stop_token stop = {}) {
  const Manifest manifest;
  Check check;
  check.limits.wall = std::chrono::milliseconds(5'000);
  check.id = "speedup";
  check.read = "README.md#speedup";
  check.settings = SpeedupCheck{
      .program = program, .no_points_at = 0.5, .full_points_at = 0.7, .meet_share = 0.75, .parallelism = 1.6};
  const std::map<build::Flavour, build::Built> built{
      {build::Flavour::kRelease, build::Programs{LOCKSTEP_SPEEDUP_TEST_PROGRAMS}}};
  return judge_speedup({.manifest = manifest,
                        .check = check,
                        .built = built,
                        .backend = process::select_backend().backend,
                        .jobs = 1,
                        .stop = std::move(stop),
                        .progress = {}});
}

TEST(SpeedupTest, AGoodProgramPassesHoweverBusyTheMachineIs) {
  const auto verdict = judged("good");
  ASSERT_TRUE(verdict);
  EXPECT_EQ(verdict->outcome, Outcome::kPass) << testing::PrintToString(verdict->notes);
  EXPECT_EQ(verdict->fraction, 1);
  EXPECT_TRUE(verdict->findings.empty());
  ASSERT_GE(verdict->notes.size(), 1U);  // on a busy machine, one more on that
  EXPECT_THAT(verdict->notes[0], HasSubstr("good: judged by"));
}

TEST(SpeedupTest, EachFunctionIsJudgedOnItsOwn) {
  const auto verdict = judged("schedules");
  ASSERT_TRUE(verdict);
  EXPECT_EQ(verdict->outcome, Outcome::kFail);
  ASSERT_EQ(verdict->cases.size(), 4U);
  EXPECT_EQ(verdict->cases[0].verdict, Outcome::kPass) << testing::PrintToString(verdict->notes);
  ASSERT_EQ(verdict->findings.size(), 3U);
  EXPECT_THAT(verdict->findings[0].message, HasSubstr("one_lock: your tasks never ran at the same time"));
  EXPECT_THAT(verdict->findings[1].message,
              ContainsRegex("equal_counts: one worker did (9[5-9]|100) % of the work, although there were two"));
  EXPECT_THAT(verdict->findings[2].message,
              ContainsRegex("three_to_one: one worker did 7[0-9] % of the work, although there were two"));
  EXPECT_EQ(verdict->findings[2].kind, FindingKind::kSpeedup);
  EXPECT_EQ(verdict->findings[2].read, "README.md#speedup");
}

TEST(SpeedupTest, OneCoreIsInconclusive) {
  std::thread([] {
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(static_cast<std::size_t>(sched_getcpu()), &one);
    ASSERT_EQ(sched_setaffinity(0, sizeof one, &one), 0);
    const auto verdict = judged("good");
    ASSERT_TRUE(verdict);
    EXPECT_EQ(verdict->outcome, Outcome::kInconclusive);
    EXPECT_TRUE(verdict->findings.empty());
    EXPECT_THAT(verdict->notes.front(), HasSubstr("Only one core"));
  }).join();
}

void expect_failure(const std::string& program, FindingKind kind, const std::string& words) {
  const auto verdict = judged(program);
  ASSERT_TRUE(verdict);
  EXPECT_EQ(verdict->outcome, Outcome::kFail);
  EXPECT_EQ(verdict->fraction, 0);
  ASSERT_EQ(verdict->findings.size(), 1U);
  EXPECT_EQ(verdict->findings[0].kind, kind) << name(verdict->findings[0].kind);
  EXPECT_THAT(verdict->findings[0].message, HasSubstr(words));
}

TEST(SpeedupTest, AWrongResultIsAFailure) {
  expect_failure("skips", FindingKind::kAssertion, "bad gave another result");
}
TEST(SpeedupTest, AnExceptionIsAFailure) {
  expect_failure("throws", FindingKind::kException, "bad threw an exception: write me in me.cpp");
}
TEST(SpeedupTest, AnEarlyExitIsAFailure) { expect_failure("exits", FindingKind::kEarlyExit, "bad "); }
TEST(SpeedupTest, ACrashIsAFailure) { expect_failure("crashes", FindingKind::kCrash, "signal 6"); }

TEST(SpeedupTest, AHangIsAFailureThatTakesNoLongerThanAnAnswerMay) {
  expect_failure("hangs", FindingKind::kTimeOut, "bad gave no answer in the time");
}

TEST(SpeedupTest, AMissingProgramIsTheKitsError) {
  const auto verdict = judged("nowhere");
  ASSERT_TRUE(verdict);
  EXPECT_EQ(verdict->outcome, Outcome::kError);
}

TEST(SpeedupTest, EndsWhenItIsStopped) {
  std::stop_source stop;
  stop.request_stop();
  EXPECT_FALSE(judged("good", stop.get_token()));
}

}  // namespace
}  // namespace lockstep::checks
