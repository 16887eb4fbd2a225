// Nothing is left behind, whichever process dies.

#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <functional>
#include <future>
#include <thread>

#include "process/backend_test.h"
#include "process/control_group.h"
#include "process/process_tree.h"

namespace lockstep::process {
namespace {

namespace fs = std::filesystem;

class CleanUpTest : public BackendTest {
 protected:
  /// How many processes of the daemon's name live on this machine. One that is dead and not yet waited for has no
  /// memory any more.
  int alive() const {
    int count = 0;
    for (const auto& entry : fs::directory_iterator("/proc")) {
      std::string resident_pages, skipped, comm;
      std::getline(std::ifstream(entry.path() / "comm"), comm);
      if (comm == daemon_ && std::ifstream(entry.path() / "statm") >> skipped >> resident_pages) {
        count += resident_pages == "0" ? 0 : 1;
      }
    }
    return count;
  }
  /// Ends when it holds; the time only keeps a failing test from hanging.
  static bool comes_true(const std::function<bool()>& condition) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (!condition()) {
      if (std::chrono::steady_clock::now() > deadline) return false;
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    return true;
  }
  /// Starts a run of a program that stays, with a daemon, and kills one of the processes below this one meanwhile.
  Result<Run> run_and_kill(const std::function<pid_t(const std::vector<pid_t>&)>& victim) const {
    auto run = std::async(std::launch::async, [this] {
      return process::run(guest({"daemon", daemon_, "stay"}), limits_, sandbox());
    });
    EXPECT_TRUE(comes_true([this] { return alive() == 1; }));
    kill(victim(descendants(getpid())), SIGKILL);
    return run.get();
  }
  static std::string program_of(pid_t pid) {
    std::string comm;
    std::getline(std::ifstream("/proc/" + std::to_string(pid) + "/comm"), comm);
    return comm;
  }
  static pid_t named(const std::vector<pid_t>& pids, std::string_view name) {
    for (const pid_t pid : pids) {
      if (program_of(pid) == name) return pid;
    }
    return 0;
  }

  std::string daemon_ = "daemon" + std::to_string(getpid());
};
ON_EVERY_BACKEND(CleanUpTest);

TEST_P(CleanUpTest, ADaemonDoesNotOutliveTheRun) {
  const Run run = run_guest({"daemon", daemon_});
  EXPECT_EQ(status(run), 0);
  EXPECT_EQ(run.output, "left one");
  EXPECT_EQ(alive(), 0);
}

TEST_P(CleanUpTest, AForkBombIsContainedAndNothingIsLeftOfIt) {
  limits_.wall = std::chrono::seconds(2);
  const Run run = run_guest({"fork_bomb", daemon_});
  // What the kernel keeps of processes that have ended counts as the run's memory until it comes to free it.
  EXPECT_TRUE(ended_by<TimedOut>(run) || ended_by<OutOfMemory>(run) || signal(run) == SIGKILL) << describe(run.exit);
  EXPECT_EQ(alive(), 0);
}

TEST_P(CleanUpTest, AProgramKilledFromOutsideIsSaidToBeKilled) {
  const auto run = run_and_kill([](const auto& pids) { return named(pids, "process_guest"); });
  ASSERT_TRUE(run) << run.error().message;
  EXPECT_EQ(signal(*run), SIGKILL);
  EXPECT_EQ(alive(), 0);
}

TEST_P(CleanUpTest, ASandboxKilledFromOutsideIsTheMachinesFailure) {
  const auto run = run_and_kill([](const auto& pids) { return pids.front(); });
  if (confined()) {
    ASSERT_FALSE(run);
    EXPECT_NE(run.error().message.find("was it killed?"), std::string::npos) << run.error().message;
  } else {
    ASSERT_TRUE(run) << "without a sandbox the program itself can kill it";
    EXPECT_EQ(signal(*run), SIGKILL);
  }
  EXPECT_TRUE(comes_true([this] { return alive() == 0; }));
}

TEST_P(CleanUpTest, AnInitKilledFromOutsideTakesEverythingAlong) {
  const auto run = run_and_kill([](const auto& pids) {
    const pid_t inside = named(pids, ".lockstep-init");
    return inside != 0 ? inside : named(pids, "lockstep-init");
  });
  EXPECT_EQ(run.has_value(), !confined());
  EXPECT_TRUE(comes_true([this] { return alive() == 0; }));
}

TEST_P(CleanUpTest, AKilledGraderTakesItsRunsAlong) {
  const pid_t grader = fork();
  ASSERT_GE(grader, 0);
  if (grader == 0) {
    const auto run = process::run(guest({"daemon", daemon_, "stay"}), limits_, sandbox());
    _exit(run ? 1 : 2);
  }
  EXPECT_TRUE(comes_true([this] { return alive() == 1; }));
  kill(grader, SIGKILL);
  int status = 0;
  ASSERT_EQ(waitpid(grader, &status, 0), grader);
  EXPECT_TRUE(WIFSIGNALED(status)) << "it had ended before: " << status;
  EXPECT_TRUE(comes_true([this] { return alive() == 0; }));
}

TEST_P(CleanUpTest, GroupsOfAKilledGraderAreRemovedByTheNextOne) {
  const auto groups_of = [](pid_t grader) {
    int count = 0;
    for (const char* controller : {"", "memory", "pids", "cpuacct"}) {
      std::error_code ignored;
      const auto own = own_group(controller);
      if (!own) continue;
      for (const auto& entry : fs::directory_iterator(*own, ignored)) {
        const std::string name = entry.path().filename();
        count += name.starts_with("lockstep-" + std::to_string(grader) + "-") ? 1 : 0;
      }
    }
    return count;
  };
  const pid_t grader = fork();
  if (grader == 0) {
    const auto group = ControlGroup::make({.memory_bytes = 1 << 20, .processes = 1});
    kill(getpid(), SIGKILL);
  }
  waitpid(grader, nullptr, 0);
  if (groups_of(grader) == 0) GTEST_SKIP() << "this user may not make control groups here";
  EXPECT_EQ(status(run_guest({"exit", "0"})), 0);
  EXPECT_EQ(groups_of(grader), 0);
  EXPECT_EQ(groups_of(getpid()), 0);
}

}  // namespace
}  // namespace lockstep::process
