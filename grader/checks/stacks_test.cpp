#include "checks/stacks.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <filesystem>

namespace lockstep::checks {
namespace {

/// Where the child stands while it is looked at.
__attribute__((noinline)) void wait_in_vain(int fd) {
  char byte = 0;
  while (read(fd, &byte, 1) >= 0) {
  }
}

TEST(ReadStacksTest, SeesWhereAnotherProcessStands) {
  int ready[2] = {};
  int never[2] = {};
  ASSERT_EQ(pipe(ready), 0);
  ASSERT_EQ(pipe(never), 0);
  const pid_t child = fork();
  if (child == 0) {
    (void)!write(ready[1], "x", 1);
    wait_in_vain(never[0]);
    _exit(0);
  }
  char byte = 0;
  ASSERT_EQ(read(ready[0], &byte, 1), 1);
  const auto stacks = read_stacks({child}, std::filesystem::read_symlink("/proc/self/exe"));
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);

  ASSERT_EQ(stacks.size(), 1U);
  const auto& stack = stacks.front();
  EXPECT_TRUE(std::any_of(stack.begin(), stack.end(), [](const Frame& frame) {
    return frame.file.ends_with("stacks_test.cpp") && frame.line > 0;
  }));
}

TEST(ReadStacksTest, LeavesOutWhatIsNotThere) {
  EXPECT_TRUE(read_stacks({1 << 22}, "/bin/true").empty());
  EXPECT_TRUE(read_stacks({getpid()}, "/bin/true").empty());
}

}  // namespace
}  // namespace lockstep::checks
