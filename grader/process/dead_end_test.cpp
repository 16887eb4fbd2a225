// Programs whose threads all wait, and such as look like it: only the first are ended before their time.

#include <string>

#include "process/backend_test.h"

namespace lockstep::process {
namespace {

using DeadEndTest = BackendTest;
ON_EVERY_BACKEND(DeadEndTest);

TEST_P(DeadEndTest, ThreadsThatAllWaitForAnotherAreStoppedAtOnce) {
  std::size_t seen = 0;
  const auto look = [&seen](const std::vector<pid_t>& pids) { seen = pids.size(); };
  const auto run = process::run(guest({"wait_for_ever"}), limits_, sandbox(), {}, look);
  ASSERT_TRUE(run) << run.error().message;
  ASSERT_TRUE(ended_by<Deadlocked>(*run)) << describe(run->exit);
  EXPECT_EQ(seen, 1U) << "its stacks can be read before it is killed";
  EXPECT_LT(run->wall, std::chrono::seconds(30));
}

TEST_P(DeadEndTest, SoAreThoseOfTwoProcesses) { EXPECT_TRUE(ended_by<Deadlocked>(run_guest({"wait_for_ever_twice"}))); }

TEST_P(DeadEndTest, AThreadThatSleepsMayStillWakeTheOthers) {
  EXPECT_EQ(status(run_guest({"woken_by", "sleeper"})), 0);
}

TEST_P(DeadEndTest, AThreadThatWaitsWithATimeoutMayStillWakeTheOthers) {
  EXPECT_EQ(status(run_guest({"woken_by", "timeout"})), 0);
}

TEST_P(DeadEndTest, AThreadThatReadsMayStillWakeTheOthers) {
  const Run run = run_guest({"woken_by", "reader"});
  EXPECT_EQ(status(run), 0) << describe(run.exit);
}

TEST_P(DeadEndTest, AHandlerOfASignalMayStillWakeThem) { EXPECT_EQ(status(run_guest({"woken_by", "alarm"})), 0); }

TEST_P(DeadEndTest, AnotherProcessMayStillWakeThem) { EXPECT_EQ(status(run_guest({"woken_by", "child"})), 0); }

TEST_P(DeadEndTest, TwoThreadsThatWakeEachOtherInTurnGoOn) { EXPECT_EQ(status(run_guest({"woken_by", "turns"})), 0); }

using SanitizedDeadEndTest = BackendTest;
ON_EVERY_BACKEND(SanitizedDeadEndTest);

TEST_P(SanitizedDeadEndTest, TheSanitizersOwnThreadWakesNobody) {
  Sandbox in = sandbox();
  in.readable = {LOCKSTEP_SANITIZED_DEAD_END};
  Command command;
  command.argv = {LOCKSTEP_SANITIZED_DEAD_END};
  const auto run = process::run(command, limits_, in);
  ASSERT_TRUE(run) << run.error().message;
  EXPECT_TRUE(ended_by<Deadlocked>(*run)) << describe(run->exit);
}

}  // namespace
}  // namespace lockstep::process
