#include "checks/speedup/accuracy/condition.h"

#include <gtest/gtest.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <span>
#include <string>
#include <vector>

#include "os/cores.h"
#include "os/pipe.h"

namespace lockstep::checks::speedup {
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

/// Runs in a process of its own that is killed as soon as `deed` is done.
template <class Deed>
void do_and_be_killed(Deed deed) {
  const pid_t child = fork();
  if (child == 0) {
    const auto held = deed();
    kill(getpid(), SIGKILL);
  }
  waitpid(child, nullptr, 0);
}

TEST(BusyProcessesTest, ComputeUntilTheyEnd) {
  std::vector<pid_t> ids;
  {
    const BusyProcesses busy(2);
    ids.assign(busy.ids().begin(), busy.ids().end());
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
  do_and_be_killed([&] {
    BusyProcesses busy(2);
    for (const pid_t id : busy.ids()) wait_until_it_has_run(id);
    const auto ids = std::as_bytes(busy.ids());
    if (write(pipe->write.get(), ids.data(), ids.size()) < 0) _exit(1);
    return busy;
  });
  std::array<pid_t, 2> ids{};
  ASSERT_EQ(read(pipe->read.get(), ids.data(), sizeof ids), static_cast<ssize_t>(sizeof ids));
  for (const pid_t id : ids) EXPECT_TRUE(ends(id));
  prctl(PR_SET_CHILD_SUBREAPER, 0);
}

/// Skips where no quota can be had.
class CpuQuotaTest : public testing::Test {
 protected:
  void SetUp() override {
    if (const auto probe = CpuQuota::enter(1); !probe) GTEST_SKIP() << probe.error().message;
  }
};

TEST_F(CpuQuotaTest, HoldsUntilItEnds) {
  const auto before = os::cpu_quota();
  std::filesystem::path group;
  {
    const auto quota = CpuQuota::enter(0.5);
    ASSERT_TRUE(quota);
    EXPECT_EQ(os::cpu_quota(), 0.5);
    group = quota->group();
    EXPECT_TRUE(std::filesystem::exists(group));
  }
  EXPECT_EQ(os::cpu_quota(), before);
  EXPECT_FALSE(std::filesystem::exists(group));
}

TEST_F(CpuQuotaTest, HoldsForProgramsThatAreStartedInIt) {
  const auto quota = bring_about("quota1.5");
  ASSERT_TRUE(quota);
  const pid_t child = fork();
  if (child == 0) _exit(os::cpu_quota() == 1.5 ? 0 : 1);
  int status = -1;
  waitpid(child, &status, 0);
  EXPECT_EQ(status, 0);
}

TEST_F(CpuQuotaTest, TheGroupOfAKilledProcessIsRemovedByTheNext) {
  const auto pipe = os::Pipe::make();
  ASSERT_TRUE(pipe);
  do_and_be_killed([&] {
    auto quota = CpuQuota::enter(1);
    const std::string group = quota->group();
    if (write(pipe->write.get(), group.data(), group.size()) < 0) _exit(1);
    return quota;
  });
  std::array<char, 4096> text{};
  const ssize_t size = read(pipe->read.get(), text.data(), text.size());
  ASSERT_GT(size, 0);
  const std::filesystem::path left(std::string(text.data(), static_cast<std::size_t>(size)));
  EXPECT_TRUE(CpuQuota::enter(1));
  EXPECT_FALSE(std::filesystem::exists(left));
}

TEST(ConditionTest, HasAsManyBusyProcessesAsItsNameSays) {
  const auto two = bring_about("busy2");
  ASSERT_TRUE(two);
  EXPECT_EQ(std::get<BusyProcesses>(*two).ids().size(), 2U);
  const auto idle = bring_about("idle");
  ASSERT_TRUE(idle);
  EXPECT_TRUE(std::holds_alternative<std::monostate>(*idle));
}

}  // namespace
}  // namespace lockstep::checks::speedup
