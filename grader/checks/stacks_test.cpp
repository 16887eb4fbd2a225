#include "checks/stacks.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <filesystem>

namespace lockstep::checks {
namespace {

/// Where the child stands while it is looked at: a thread that has read that it is ready finds it in here.
__attribute__((noinline)) void wait_in_vain(int ready, int never) {
  (void)!write(ready, "x", 1);
  char byte = 0;
  while (read(never, &byte, 1) >= 0) {
  }
}

/// Inlined, as the locks and waits of the library are.
[[gnu::always_inline]] inline void wait_inline(int ready, int never) { wait_in_vain(ready, never); }
constexpr int kLineOfTheInlinedCall = __LINE__ - 1;

TEST(ReadStacksTest, SeesWhereAnotherProcessStands) {
  int ready[2] = {};
  int never[2] = {};
  ASSERT_EQ(pipe(ready), 0);
  ASSERT_EQ(pipe(never), 0);
  const pid_t child = fork();
  if (child == 0) {
    wait_inline(ready[1], never[0]);
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
    return frame.file.ends_with("stacks_test.cpp") && frame.function == "wait_in_vain";
  }));
  const auto inlined =
      std::find_if(stack.begin(), stack.end(), [](const Frame& frame) { return frame.function == "wait_inline"; });
  ASSERT_NE(inlined, stack.end()) << "a call that was inlined is a call";
  EXPECT_EQ(inlined->line, kLineOfTheInlinedCall);
  EXPECT_GT((inlined + 1)->line, kLineOfTheInlinedCall) << "and so is the line that it was inlined into";
}

TEST(ReadStacksTest, LeavesOutWhatIsNotThere) {
  EXPECT_TRUE(read_stacks({1 << 22}, "/bin/true").empty());
  EXPECT_TRUE(read_stacks({getpid()}, "/bin/true").empty());
}

}  // namespace
}  // namespace lockstep::checks
