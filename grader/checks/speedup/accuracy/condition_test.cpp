#include "checks/speedup/accuracy/condition.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <filesystem>
#include <string>

#include "os/cores.h"
#include "os/pipe.h"

namespace lockstep::checks::speedup {
namespace {

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
  EXPECT_EQ(std::get<process::BusyProcesses>(*two).ids().size(), 2U);
  const auto idle = bring_about("idle");
  ASSERT_TRUE(idle);
  EXPECT_TRUE(std::holds_alternative<std::monostate>(*idle));
}

}  // namespace
}  // namespace lockstep::checks::speedup
