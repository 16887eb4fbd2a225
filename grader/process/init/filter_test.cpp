// The filter by itself, without the namespaces or Landlock that would do some of the same.

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "process/capture.h"
#include "process/find_program.h"
#include "process/launch.h"

namespace lockstep::process {
namespace {

/// What the guest says when only the filter holds it.
std::string filtered(std::vector<std::string> words, bool alone = false) {
  Plan plan;
  plan.alone = alone;
  plan.argv = std::move(words);
  plan.argv.insert(plan.argv.begin(), LOCKSTEP_GUEST);
  plan.confined = true;
  plan.timeout_ms = 60'000;
  auto launched = launch({init_program()}, plan, {});
  EXPECT_TRUE(launched);
  Capture output("standard output", std::move(launched->outputs.front()), 1 << 20);
  waitpid(launched->pid, nullptr, 0);
  output.read();
  return output.text();
}

TEST(FilterTest, InitCannotBeKilledByAProgramOfTheSameUser) { EXPECT_EQ(filtered({"kill_init"}), "init lives"); }

TEST(FilterTest, NoOtherProcessCanBeSignalled) {
  int signals = 0;
  static int* count = &signals;
  const auto before = std::signal(SIGUSR1, [](int) { ++*count; });
  EXPECT_EQ(filtered({"signal", std::to_string(getpid())}), "refused refused refused refused refused refused ");
  std::signal(SIGUSR1, before);
  EXPECT_EQ(signals, 0);
}

TEST(FilterTest, ItselfItCanSignal) { EXPECT_EQ(filtered({"signal_itself"}), "signalled"); }

TEST(FilterTest, ThereAreNoNewNamespacesNorSockets) {
  EXPECT_EQ(filtered({"gain"}).find("user-namespace"), std::string::npos);
  EXPECT_EQ(filtered({"socket"}), "refused ");
}

/// A network namespace confines the usual families, and vsock not.
TEST(FilterTest, InNamespacesOfItsOwnOnlyTheUsualFamiliesOfSocketsAreThere) {
  for (const int family : {AF_UNIX, AF_INET, AF_INET6}) {
    EXPECT_EQ(filtered({"socket", std::to_string(family)}, true), "had ") << family;
  }
  for (const int family : {AF_VSOCK, AF_NETLINK, AF_ALG}) {
    EXPECT_EQ(filtered({"socket", std::to_string(family)}, true), "refused ") << family;
  }
}

}  // namespace
}  // namespace lockstep::process
