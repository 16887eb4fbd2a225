#include "checks/speedup/accuracy/judge_subject.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>

namespace lockstep::checks::speedup {
namespace {

Result<Verdict> judged(std::string_view program, std::stop_token stop = {}) {
  return judge_subject(*find_subject(program), LOCKSTEP_SPEEDUP_ACCURACY_PROGRAMS, process::select_backend().backend,
                       std::move(stop));
}

TEST(JudgeSubjectTest, ACorrectProgramPasses) {
  const auto verdict = judged("correct");
  ASSERT_TRUE(verdict);
  EXPECT_EQ(verdict->outcome, Outcome::kPass) << testing::PrintToString(verdict->notes);
  EXPECT_NE(rule_of(*verdict), "nothing");
}

TEST(JudgeSubjectTest, EverythingUnderOneLockFails) {
  const auto verdict = judged("one_lock");
  ASSERT_TRUE(verdict);
  EXPECT_EQ(verdict->outcome, Outcome::kFail);
  EXPECT_EQ(rule_of(*verdict), "the rendezvous");
}

TEST(JudgeSubjectTest, EndsWhenItIsStopped) {
  std::stop_source stop;
  stop.request_stop();
  EXPECT_FALSE(judged("correct", stop.get_token()));
}

Verdict verdict_with(std::string note, std::optional<Finding> finding = std::nullopt) {
  Verdict verdict{.outcome = Outcome::kFail, .fraction = 0, .findings = {}, .cases = {}, .notes = {std::move(note)}};
  if (finding) verdict.findings.push_back(std::move(*finding));
  return verdict;
}

Finding finding(FindingKind kind, std::string message) { return {kind, std::move(message), {}, 0, {}, {}, {}}; }

TEST(RuleOfTest, IsWhatTheNoteSaysUpToTheNextStop) {
  EXPECT_EQ(rule_of(verdict_with("solve: judged by the clock: 1.9 times as fast.")), "the clock");
  EXPECT_EQ(rule_of(verdict_with("solve: judged by the rendezvous, which holds on any machine.")), "the rendezvous");
  EXPECT_EQ(rule_of(verdict_with("Only one core may be used here.")), "nothing");
}

TEST(RuleOfTest, NamesTheCpuTimeAndWhatWentWrong) {
  EXPECT_EQ(rule_of(verdict_with("solve: judged by rendezvous, as the machine is busy",
                                 finding(FindingKind::kSpeedup, "solve: it used 9.0 times the CPU time"))),
            "CPU time");
  EXPECT_EQ(rule_of(verdict_with("", finding(FindingKind::kAssertion, "solve gave another result"))), "assertion");
}

}  // namespace
}  // namespace lockstep::checks::speedup
