#include <csignal>
#include <deque>
#include <future>

#include "process/backend_test.h"
#include "process/control_group.h"

namespace lockstep::process {
namespace {

using LimitsTest = BackendTest;
ON_EVERY_BACKEND(LimitsTest);

TEST_P(LimitsTest, ASleeperIsStoppedByTheWallClock) {
  limits_.wall = std::chrono::milliseconds(200);
  const Run run = run_guest({"sleep"});
  ASSERT_TRUE(ended_by<TimedOut>(run)) << describe(run.exit);
  EXPECT_EQ(std::get<TimedOut>(run.exit).clock, TimedOut::Clock::kWall);
  EXPECT_GE(run.wall, limits_.wall);
}

TEST_P(LimitsTest, AnEndlessLoopIsStoppedByItsCpuTime) {
  limits_.cpu = std::chrono::milliseconds(200);
  const Run run = run_guest({"spin"});
  ASSERT_TRUE(ended_by<TimedOut>(run)) << describe(run.exit);
  EXPECT_EQ(std::get<TimedOut>(run.exit).clock, TimedOut::Clock::kCpu);
  EXPECT_GE(run.cpu, limits_.cpu);
}

TEST_P(LimitsTest, CpuTimeIsThatOfAllProcessesTogether) {
  limits_.cpu = std::chrono::milliseconds(600);
  const Run run = run_guest({"spin_at_once", "4"});
  ASSERT_TRUE(ended_by<TimedOut>(run)) << describe(run.exit);
  EXPECT_EQ(std::get<TimedOut>(run.exit).clock, TimedOut::Clock::kCpu);
}

TEST_P(LimitsTest, MemoryIsLimited) {
  const Run run = run_guest({"allocate", "30000"});
  ASSERT_TRUE(ended_by<OutOfMemory>(run)) << describe(run.exit);
  EXPECT_EQ(std::get<OutOfMemory>(run.exit).limit_bytes, limits_.memory_bytes);
}

TEST_P(LimitsTest, MemoryWithinTheLimitIsAvailable) {
  const Run run = run_guest({"allocate", "200"});
  EXPECT_EQ(status(run), 0) << describe(run.exit);
  EXPECT_GE(run.peak_memory_bytes, 200ULL << 20);
}

TEST_P(LimitsTest, SharedMemoryCountsToo) {
  EXPECT_TRUE(ended_by<OutOfMemory>(run_guest({"allocate_shared", "1000"})));
}

TEST_P(LimitsTest, MemoryIsThatOfAllProcessesTogether) {
  EXPECT_TRUE(ended_by<OutOfMemory>(run_guest({"allocate_at_once", "60"})));
}

TEST_P(LimitsTest, AFloodOfOutputIsCut) {
  for (const auto& [fd, stream] : {std::pair{"1", "standard output"}, std::pair{"2", "standard error"}}) {
    const Run run = run_guest({"flood", fd});
    ASSERT_TRUE(ended_by<OutputLimitExceeded>(run)) << describe(run.exit);
    EXPECT_EQ(std::get<OutputLimitExceeded>(run.exit).stream, stream);
    EXPECT_EQ(run.output.size() + run.errors.size(), limits_.output_bytes);
  }
}

TEST_P(LimitsTest, EachStreamHasTheOutputLimitToItself) {
  limits_.output_bytes = 1000;
  Command command;
  command.argv = {"/bin/sh", "-c", "printf %0900d 1; printf %0900d 1 >&2"};
  const Run run = run_guest(command);
  EXPECT_EQ(status(run), 0) << describe(run.exit);
  EXPECT_EQ(run.output.size(), 900U);
  EXPECT_EQ(run.errors.size(), 900U);
}

TEST_P(LimitsTest, AFloodThroughAChannelIsCut) {
  Command command = guest({"flood", "3"});
  command.channels = 1;
  const Run run = run_guest(command);
  ASSERT_TRUE(ended_by<OutputLimitExceeded>(run)) << describe(run.exit);
  EXPECT_EQ(run.channels.at(0).size(), limits_.output_bytes);
}

/// Where the kernel counts for this run alone, no thread too many starts; elsewhere the run is killed for it.
TEST_P(LimitsTest, TheNumberOfThreadsIsLimited) {
  const Run run = run_guest({"start_threads", "100", "hold"});
  const bool kernel_counts =
      ControlGroup::make({.memory_bytes = limits_.memory_bytes, .processes = 32}).limits_processes();
  if (!kernel_counts && signal(run) == SIGKILL) GTEST_SKIP() << "no kernel counts threads here: the run was killed";
  EXPECT_EQ(status(run), 11) << describe(run.exit);
  EXPECT_EQ(run.output, "31") << "and the main thread makes 32";
}

TEST_P(LimitsTest, RunsAtTheSameTimeDoNotShareTheirNumberOfThreads) {
  std::deque<std::future<Run>> runs;
  for (int i = 0; i < 4; ++i) {
    runs.push_back(std::async(std::launch::async, [this] { return run_guest({"start_threads", "20"}); }));
  }
  for (auto& run : runs) EXPECT_EQ(status(run.get()), 0);
}

TEST_P(LimitsTest, AFileThatGrowsTooLargeIsAnErrorThatTheProgramSees) {
  limits_.file_bytes = 1ULL << 20;
  const Run run = run_guest({"fill_file"});
  EXPECT_EQ(status(run), 27) << describe(run.exit);
  EXPECT_EQ(run.output, "1 MB");
}

TEST_P(LimitsTest, AFullScratchFolderIsAnErrorThatTheProgramSeesOrItsEnd) {
  limits_.memory_bytes = 1ULL << 30;
  const Run run = run_guest({"fill_disk"});
  if (GetParam() == SandboxBackend::kBubblewrap) {
    EXPECT_EQ(status(run), 28) << describe(run.exit);
    EXPECT_EQ(run.output, "16 MB");
  } else {
    EXPECT_EQ(signal(run), SIGXFSZ) << describe(run.exit);
  }
}

}  // namespace
}  // namespace lockstep::process
