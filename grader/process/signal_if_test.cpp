#include "process/signal_if.h"

#include <gtest/gtest.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "process/process_tree.h"

namespace lockstep::process {
namespace {

/// A child that sleeps; killed in the end.
class SignalIfTest : public testing::Test {
 protected:
  SignalIfTest() : child_(fork()) {
    if (child_ == 0) {
      pause();
      _exit(0);
    }
  }
  ~SignalIfTest() override { end(); }
  void end() {
    if (child_ <= 0) return;
    kill(child_, SIGKILL);
    waitpid(child_, nullptr, 0);
    child_ = -1;
  }
  /// Whether the child has been killed. A signal that was sent at all arrives at once.
  bool is_dead() const {
    siginfo_t info{};
    pollfd ended{process_.get(), POLLIN, 0};
    poll(&ended, 1, 200);
    return waitid(P_PID, static_cast<id_t>(child_), &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid == child_;
  }

  pid_t child_;
  os::Fd process_ = open_process(child_);
};

TEST_F(SignalIfTest, SignalsTheProcessThatIsMeant) {
  signal_if(child_, SIGKILL, [](pid_t) { return true; });
  EXPECT_TRUE(is_dead());
}

TEST_F(SignalIfTest, LeavesAnotherProcessOfTheSameNumberAlone) {
  signal_if(child_, SIGKILL, [](pid_t) { return false; });
  EXPECT_FALSE(is_dead());
}

TEST_F(SignalIfTest, ADescriptorOfAProcessThatHasEndedReachesNobody) {
  const os::Fd process = open_process(child_);
  end();
  send_signal(process, SIGKILL);  // this test lives on
  EXPECT_FALSE(open_process(child_));
}

TEST_F(SignalIfTest, SignalsADescendantAndNobodyElse) {
  signal_descendant(child_, getpid(), SIGKILL);  // this test lives on
  signal_descendant(child_, getppid(), SIGKILL);
  const pid_t stranger = fork();  // a process that does not descend from the child
  if (stranger == 0) {
    pause();
    _exit(0);
  }
  signal_descendant(stranger, child_, SIGKILL);
  EXPECT_FALSE(is_dead());
  kill(stranger, SIGKILL);
  waitpid(stranger, nullptr, 0);
  signal_descendant(getpid(), child_, SIGKILL);
  EXPECT_TRUE(is_dead());
}

TEST(DescendsFromTest, GoesUpFromParentToParent) {
  EXPECT_TRUE(descends_from(getpid(), getppid()));
  EXPECT_FALSE(descends_from(getppid(), getpid()));
  EXPECT_FALSE(descends_from(getpid(), getpid())) << "a process is not below itself";
  EXPECT_FALSE(descends_from(1, getpid()));
}

}  // namespace
}  // namespace lockstep::process
