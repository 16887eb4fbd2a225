#include <sched.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <deque>
#include <future>
#include <vector>

#include "process/backend_test.h"
#include "process/control_group.h"
#include "process/run_clock.h"

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

TEST_P(LimitsTest, AnEndlessLoopThatHasItsCoreIsStoppedByTheWallClock) {
  limits_.wall = std::chrono::milliseconds(300);
  const Run run = run_guest({"spin"});
  if (ended_by<Starved>(run)) {
    EXPECT_LT(run.cpu, limits_.wall);
    GTEST_SKIP() << "it had no core";
  }
  ASSERT_TRUE(ended_by<TimedOut>(run)) << describe(run.exit);
  EXPECT_EQ(std::get<TimedOut>(run.exit).clock, TimedOut::Clock::kWall);
  EXPECT_GE(run.cpu, limits_.wall);
}

TEST_P(LimitsTest, AProcessMayComputeOnlySoLongByItself) {
  limits_.each_cpu = std::chrono::seconds(1);
  const Run run = run_guest({"spin"});
  ASSERT_TRUE(ended_by<TimedOut>(run)) << describe(run.exit);
  EXPECT_EQ(std::get<TimedOut>(run.exit).limit, limits_.each_cpu);
}

TEST_P(LimitsTest, AProcessGetsNoMoreAddressesThanItMay) {
  limits_.each_address_bytes = 64ULL << 20;
  const Run run = run_guest({"allocate", "128"});
  EXPECT_FALSE(ended_by<OutOfMemory>(run)) << "it is refused before it has so much";
  EXPECT_NE(status(run), 0) << describe(run.exit);
}

/// Processes that compute on the first CPU that this process may use, each in a session of its own, so that the kernel
/// gives each the same share of it (sched(7), "The autogroup feature").
class BusyCpu {
 public:
  explicit BusyCpu(int processes) {
    cpu_set_t cpus;
    sched_getaffinity(0, sizeof cpus, &cpus);
    int first = 0;
    while (!CPU_ISSET(first, &cpus)) ++first;
    CPU_ZERO(&cpus);
    CPU_SET(first, &cpus);
    for (int i = 0; i < processes; ++i) {
      const pid_t pid = fork();
      if (pid == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        setsid();
        sched_setaffinity(0, sizeof cpus, &cpus);
        for (;;) {
        }
      }
      pids_.push_back(pid);
    }
  }
  BusyCpu(const BusyCpu&) = delete;
  BusyCpu& operator=(const BusyCpu&) = delete;
  ~BusyCpu() {
    for (const pid_t pid : pids_) kill(pid, SIGKILL);
    for (const pid_t pid : pids_) waitpid(pid, nullptr, 0);
  }

 private:
  std::vector<pid_t> pids_;
};

TEST_P(LimitsTest, ARunThatGetsATenthOfACoreIsNotTimedOut) {
  const BusyCpu busy(9);
  limits_.wall = std::chrono::milliseconds(400);
  const Run run = run_guest({"compute_on_one_cpu", "200"});
  EXPECT_TRUE(status(run) == 0 || ended_by<Starved>(run)) << describe(run.exit);
  EXPECT_GT(run.wall, limits_.wall);
}

TEST_P(LimitsTest, ARunThatGetsHardlyAnyCoreIsStarved) {
  const BusyCpu busy(60);
  limits_.wall = std::chrono::milliseconds(100);
  const Run run = run_guest({"compute_on_one_cpu", "10000"});
  ASSERT_TRUE(ended_by<Starved>(run)) << describe(run.exit);
  EXPECT_GE(run.wall, longest_wall(limits_));
  EXPECT_LT(run.cpu, limits_.wall);
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

TEST_P(LimitsTest, TheNumberOfOpenFilesIsLimited) {
  for (const int most : {100, 3000}) {
    limits_.open_files = most;
    const Run run = run_guest({"open_files"});
    EXPECT_EQ(status(run), EMFILE) << describe(run.exit);
    if (confined()) {
      EXPECT_EQ(run.output, std::to_string(most - 3)) << "besides its standard streams";
    } else {
      EXPECT_NE(run.output, std::to_string(most - 3)) << "the limit is the user's own";
    }
  }
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
