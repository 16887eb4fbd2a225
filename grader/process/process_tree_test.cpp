#include "process/process_tree.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <ctime>
#include <string>
#include <thread>

#include "os/pipe.h"

namespace lockstep::process {
namespace {

/// A child that does `deed`, says so, and waits to be killed.
class Child {
 public:
  template <class Deed>
  explicit Child(Deed deed) {
    const os::Pipe ready = os::Pipe::make().value();
    pid_ = fork();
    if (pid_ == 0) {
      deed();
      [[maybe_unused]] const auto said = write(ready.write.get(), "!", 1);
      for (;;) pause();
    }
    char said = 0;
    EXPECT_EQ(read(ready.read.get(), &said, 1), 1);
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    kill(pid_, SIGKILL);
    waitpid(pid_, nullptr, 0);
  }
  pid_t pid() const { return pid_; }

 private:
  pid_t pid_ = -1;
};

bool contains(const std::vector<pid_t>& pids, pid_t pid) { return std::ranges::find(pids, pid) != pids.end(); }

TEST(ProcessTreeTest, FindsTheChildrenOfEveryThread) {
  const Child one([] {});
  std::jthread([&one] {
    const Child two([] {});
    const auto found = descendants(getpid());
    EXPECT_TRUE(contains(found, one.pid()));
    EXPECT_TRUE(contains(found, two.pid()));
    EXPECT_FALSE(contains(found, getpid()));
  }).join();
}

TEST(ProcessTreeTest, FindsGrandchildrenAfterTheirParents) {
  const Child parent([] { static const Child child([] {}); });
  const auto found = descendants(getpid());
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found.front(), parent.pid());
  EXPECT_EQ(descendants(parent.pid()), std::vector<pid_t>{found.back()});
  kill(found.back(), SIGKILL);
}

TEST(ProcessTreeTest, CountsMemoryThatIsTouchedAndThreads) {
  const Child plain([] {});
  const Child larger([] {
    static const std::string memory(50 << 20, 'x');
    std::thread([] { pause(); }).detach();
  });
  const pid_t pids[] = {plain.pid(), larger.pid()};
  const Usage before = usage({pids, 1});
  const Usage both = usage(pids);
  EXPECT_GE(both.resident_bytes - 2 * before.resident_bytes, 50ULL << 20);
  EXPECT_LT(both.resident_bytes - 2 * before.resident_bytes, 400ULL << 20) << "a sanitizer keeps its own books";
  EXPECT_EQ(both.tasks, 2 * before.tasks + 1);
}

TEST(ProcessTreeTest, CountsCpuTimeOfLivingProcessesAndOfThoseWaitedFor) {
  const auto spin = [] {
    while (std::clock() < CLOCKS_PER_SEC / 5) {
    }
  };
  const Child child([&] {
    spin();
    if (fork() == 0) {
      spin();
      _exit(0);
    }
    wait(nullptr);
  });
  const pid_t pids[] = {child.pid()};
  EXPECT_GE(usage(pids).cpu, std::chrono::milliseconds(350));
  EXPECT_GE(waited_for_cpu(child.pid()), std::chrono::milliseconds(150));
}

TEST(ProcessTreeTest, AProcessThatIsGoneUsesNothing) {
  const pid_t pids[] = {0x3fffff};
  EXPECT_EQ(usage(pids).tasks, 0);
  EXPECT_TRUE(descendants(0x3fffff).empty());
}

TEST(ProcessTreeTest, FindsProcessesByTheirEnvironment) {
  const std::string word = "SLEEPER=of" + std::to_string(getpid());
  const pid_t pid = fork();
  if (pid == 0)
    execle("/bin/sleep", "sleep", "1000", nullptr, std::vector<char*>{const_cast<char*>(word.c_str()), nullptr}.data());
  while (with_environment(word).empty()) std::this_thread::yield();  // until it has become the other program
  EXPECT_EQ(with_environment(word), std::vector<pid_t>{pid});
  kill(pid, SIGKILL);
  waitpid(pid, nullptr, 0);
  EXPECT_TRUE(with_environment(word).empty());
}

TEST(ProcessTreeTest, CountsTheTasksOfAUser) { EXPECT_GE(tasks_of_user(getuid()), 1); }

}  // namespace
}  // namespace lockstep::process
