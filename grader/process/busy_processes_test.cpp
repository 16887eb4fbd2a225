#include "process/busy_processes.h"

#include <gtest/gtest.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <fstream>
#include <span>
#include <string>
#include <vector>

#include "os/pipe.h"

namespace lockstep::process {
namespace {

bool is_gone(pid_t id) { return kill(id, 0) != 0 && errno == ESRCH; }

struct Stat {
  char state = '?';         ///< R for a process that runs or waits for a core
  unsigned long ticks = 0;  ///< of CPU time that it has had
};

/// Fields 3 and 14 of /proc/ID/stat (proc(5)).
Stat stat_of(pid_t id) {
  std::ifstream file("/proc/" + std::to_string(id) + "/stat");
  std::string skipped;
  Stat stat;
  file >> skipped >> skipped >> stat.state;
  for (int field = 4; field < 14; ++field) file >> skipped;
  file >> stat.ticks;
  return stat;
}

/// Until it is under way, whatever it does first.
void wait_until_it_has_run(pid_t id) {
  while (stat_of(id).ticks == 0) usleep(1'000);
}

/// Whether it ends, and is our child to wait for; not because of a clock, but so that a failure is one and no hang.
bool ends(pid_t id) {
  for (int tries = 0; tries < 2'000; ++tries) {
    if (waitpid(id, nullptr, WNOHANG) == id) return true;
    usleep(1'000);
  }
  kill(id, SIGKILL);
  return false;
}

TEST(BusyProcessesTest, ComputeUntilTheyEnd) {
  std::vector<pid_t> ids;
  {
    const auto busy = BusyProcesses::start(2);
    ASSERT_TRUE(busy);
    ids.assign(busy->ids().begin(), busy->ids().end());
    ASSERT_EQ(ids.size(), 2U);
    for (const pid_t id : ids) {
      wait_until_it_has_run(id);
      EXPECT_EQ(stat_of(id).state, 'R');
    }
  }
  for (const pid_t id : ids) EXPECT_TRUE(is_gone(id));
}

TEST(BusyProcessesTest, EndWithAProcessThatIsKilled) {
  const auto pipe = os::Pipe::make();
  ASSERT_TRUE(pipe);
  prctl(PR_SET_CHILD_SUBREAPER, 1);  // so that orphans become ours
  const pid_t child = fork();
  if (child == 0) {
    const auto busy = BusyProcesses::start(2);
    if (!busy) _exit(1);
    for (const pid_t id : busy->ids()) wait_until_it_has_run(id);
    const auto ids = std::as_bytes(busy->ids());
    if (write(pipe->write.get(), ids.data(), ids.size()) < 0) _exit(1);
    kill(getpid(), SIGKILL);
  }
  waitpid(child, nullptr, 0);
  std::array<pid_t, 2> ids{};
  ASSERT_EQ(read(pipe->read.get(), ids.data(), sizeof ids), static_cast<ssize_t>(sizeof ids));
  for (const pid_t id : ids) EXPECT_TRUE(ends(id));
  prctl(PR_SET_CHILD_SUBREAPER, 0);
}

}  // namespace
}  // namespace lockstep::process
