#include "process/init/supervise.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <optional>

#include "process/init/child.h"
#include "process/process_tree.h"
#include "process/signal_if.h"

namespace lockstep::process {
namespace {

using Clock = std::chrono::steady_clock;

sigset_t child_signal() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGCHLD);
  return set;
}

/// Waits for all that has ended. \return how the program ended, when it is among them.
std::optional<InitStatus> reap(pid_t program) {
  std::optional<InitStatus> ended;
  int status = 0;
  for (pid_t pid = 0; (pid = waitpid(-1, &status, WNOHANG | __WALL)) > 0;) {
    if (pid != program) continue;
    ended = WIFSIGNALED(status) ? InitStatus{.kind = InitStatus::Kind::kSignaled, .value = WTERMSIG(status)}
                                : InitStatus{.kind = InitStatus::Kind::kExited, .value = WEXITSTATUS(status)};
  }
  return ended;
}

/// Kills all processes below this one. As a subreaper it inherits every orphan, so no child left means nothing left.
void sweep() {
  const sigset_t child = child_signal();
  const timespec nap{0, 5'000'000};
  const auto deadline = Clock::now() + std::chrono::seconds(10);
  while (Clock::now() < deadline) {
    for (const pid_t pid : descendants(getpid())) signal_descendant(getpid(), pid, SIGKILL);
    reap(0);
    if (waitpid(-1, nullptr, WNOHANG | __WALL) < 0 && errno == ECHILD) return;
    sigtimedwait(&child, nullptr, &nap);
  }
}

/// The signals that would end this process are meant for the grader: it closes the control pipe in its own time.
void ignore_signals() {
  for (const int signo : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE}) std::signal(signo, SIG_IGN);
}

/// Init must not keep the program's pipes open, nor the places where it could be asked to write.
void keep_only(const OwnFds& fds) {
  const int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
  for (int fd = 0; fd < fds.plan; ++fd) {
    if (fd <= STDERR_FILENO && nowhere >= 0) {
      dup2(nowhere, fd);
    } else if (fd > STDERR_FILENO && fd != nowhere) {
      close(fd);
    }
  }
}

/// Waits until the program ends (then how), the grader closes the control pipe or the time is over (then nothing).
std::optional<InitStatus> watch(pid_t program, int control_fd, std::chrono::milliseconds timeout) {
  const sigset_t child = child_signal();
  const int children_fd = signalfd(-1, &child, SFD_CLOEXEC | SFD_NONBLOCK);
  const auto deadline = Clock::now() + timeout;
  for (;;) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
    pollfd watched[] = {{control_fd, 0, 0}, {children_fd, POLLIN, 0}};
    if (left <= 0 || poll(watched, 2, static_cast<int>(left)) == 0 || watched[0].revents != 0) return std::nullopt;
    if (watched[1].revents != 0) {
      signalfd_siginfo signal{};
      while (read(children_fd, &signal, sizeof signal) > 0) {
      }
    }
    if (const auto ended = reap(program)) return ended;
  }
}

void add_usage(InitStatus& ended) {
  rusage used{};
  getrusage(RUSAGE_CHILDREN, &used);
  const auto micros = [](timeval time) { return std::int64_t{time.tv_sec} * 1'000'000 + time.tv_usec; };
  ended.cpu_us = micros(used.ru_utime) + micros(used.ru_stime);
  ended.peak_bytes = std::int64_t{used.ru_maxrss} * 1024;
}

}  // namespace

int supervise(const Plan& plan, const OwnFds& fds) {
  const sigset_t child = child_signal();
  sigprocmask(SIG_BLOCK, &child, nullptr);
  if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0 || prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) != 0) {
    tell_not_started(fds.status, "guard the sandbox's init", errno);
    return 1;
  }
  const pid_t program = fork();
  if (program == 0) become_program(plan, fds);
  if (program < 0) {
    tell_not_started(fds.status, "fork", errno);
    return 1;
  }
  ignore_signals();
  keep_only(fds);
  auto ended = watch(program, fds.control, std::chrono::milliseconds(plan.timeout_ms));
  const auto ended_us = now_us();
  // As process 1 of its own namespace, init need not sweep: the kernel kills the rest when it ends.
  if (getpid() != 1) sweep();
  if (!ended) return 1;
  ended->at_us = ended_us;
  add_usage(*ended);
  return write(fds.status, &*ended, sizeof *ended) == sizeof *ended ? 0 : 1;
}

}  // namespace lockstep::process
