#include "process/init/child.h"

#include <fcntl.h>
#include <grp.h>
#include <linux/capability.h>
#include <linux/close_range.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>

#include "process/init/filter.h"
#include "process/init/landlock.h"

namespace lockstep::process {
namespace {

[[noreturn]] void give_up(int status_fd, const char* what) {
  tell_not_started(status_fd, what, errno);
  _exit(127);
}

/// Lowers a limit to `soft`, and to `hard` what the program itself may raise it to; one that is lower already stays.
bool limit(int resource, rlim_t soft, rlim_t hard) {
  rlimit now{};
  if (getrlimit(static_cast<__rlimit_resource>(resource), &now) != 0) return false;
  if (now.rlim_max != RLIM_INFINITY) hard = std::min(hard, now.rlim_max);
  const rlimit lower{std::min(soft, hard), hard};
  return setrlimit(static_cast<__rlimit_resource>(resource), &lower) == 0;
}
bool limit(int resource, rlim_t value) { return limit(resource, value, value); }

/// A process that computes too long by itself gets SIGXCPU, which its parent can tell from being killed; a second
/// later it is killed.
bool limit_cpu(const Plan& plan) {
  if (plan.each_cpu_s != 0) return limit(RLIMIT_CPU, plan.each_cpu_s, plan.each_cpu_s + 1);
  return plan.cpu_s == 0 || limit(RLIMIT_CPU, plan.cpu_s);
}

bool take_limits(const Plan& plan) {
  return limit(RLIMIT_CORE, 0) && (plan.file_bytes == 0 || limit(RLIMIT_FSIZE, plan.file_bytes)) && limit_cpu(plan) &&
         (plan.address_bytes == 0 || limit(RLIMIT_AS, plan.address_bytes)) &&
         (plan.open_files == 0 || limit(RLIMIT_NOFILE, plan.open_files));
}

/// "0" moves the writer.
bool join_control_groups(const Plan& plan, const OwnFds& fds) {
  for (int i = 0; i < static_cast<int>(plan.control_groups); ++i) {
    if (write(fds.control_group + i, "0", 1) != 1) return false;
  }
  return true;
}

/// Where memory runs out, the kernel is to take this program first, not the grader or init.
void volunteer_for_oom() {
  const int fd = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
  if (fd < 0) return;
  [[maybe_unused]] const auto written = write(fd, "1000", 4);
  close(fd);
}

bool change_user(const Plan& plan) {
  if (plan.user == 0) return true;
  return setgroups(0, nullptr) == 0 && setresgid(plan.user, plan.user, plan.user) == 0 &&
         setresuid(plan.user, plan.user, plan.user) == 0;
}

bool drop_capabilities() {
  prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0);
  __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
  const __user_cap_data_struct none[2] = {};
  return syscall(SYS_capset, &header, none) == 0 && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
}

void reset_signals() {
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  // A file that grows too large is to be an error that the program sees, as on a full disk.
  std::signal(SIGXFSZ, SIG_IGN);
}

void close_own_on_exec(const OwnFds& fds) {
  if (syscall(SYS_close_range, fds.plan, ~0U, CLOSE_RANGE_CLOEXEC) == 0) return;
  for (int fd = fds.plan, most = static_cast<int>(sysconf(_SC_OPEN_MAX)); fd < most; ++fd) {
    fcntl(fd, F_SETFD, FD_CLOEXEC);
  }
}

/// Only now does the program's time begin: entering a control group may take the kernel longer than many a program.
void tell_start(int status_fd) {
  const InitStatus status{.kind = InitStatus::Kind::kStarts, .value = 0, .at_us = now_us()};
  [[maybe_unused]] const auto written = write(status_fd, &status, sizeof status);
}

std::vector<char*> pointers(const std::vector<std::string>& texts) {
  std::vector<char*> all;
  all.reserve(texts.size() + 1);
  for (const auto& text : texts) all.push_back(const_cast<char*>(text.c_str()));
  all.push_back(nullptr);
  return all;
}

}  // namespace

void tell_not_started(int status_fd, const char* what, int error) {
  InitStatus status{.kind = InitStatus::Kind::kNotStarted, .value = error};
  std::snprintf(status.what, sizeof status.what, "%s", what);
  [[maybe_unused]] const auto written = write(status_fd, &status, sizeof status);
}

void become_program(const Plan& plan, const OwnFds& fds) {
  prctl(PR_SET_DUMPABLE, 1, 0, 0, 0);  // init is not; its /proc/self would be closed to an ordinary user
  close_own_on_exec(fds);
  setsid();
  volunteer_for_oom();
  if (!join_control_groups(plan, fds)) give_up(fds.status, "enter the control group");
  if (!take_limits(plan)) give_up(fds.status, "set the limits");
  if (!change_user(plan)) give_up(fds.status, "change to the user id of the run");
  if (plan.processes != 0 && !limit(RLIMIT_NPROC, plan.processes)) give_up(fds.status, "set the limits");
  if (plan.confined && !drop_capabilities()) give_up(fds.status, "drop privileges");
  prctl(PR_SET_PDEATHSIG, SIGKILL);  // an init that is killed takes the program with it
  if (!plan.working_dir.empty() && chdir(plan.working_dir.c_str()) != 0)
    give_up(fds.status, "enter the working folder");
  if (plan.landlock && !enter_landlock(plan)) give_up(fds.status, "set up Landlock");
  std::vector<char*> argv = pointers(plan.argv);
  std::vector<char*> environment = pointers(plan.environment);
  reset_signals();
  if (plan.confined && !install_filter(plan)) give_up(fds.status, "set the filter of system calls");
  tell_start(fds.status);
  environ = environment.data();  // execvp looks for the program on this PATH
  execvp(argv[0], argv.data());
  give_up(fds.status, "start the program");
}

}  // namespace lockstep::process
