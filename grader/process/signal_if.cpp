#include "process/signal_if.h"

#include <sys/syscall.h>
#include <unistd.h>

#include "process/process_tree.h"

namespace lockstep::process {

os::Fd open_process(pid_t pid) { return os::Fd(static_cast<int>(syscall(SYS_pidfd_open, pid, 0))); }

void send_signal(const os::Fd& process, int signo) {
  if (process) syscall(SYS_pidfd_send_signal, process.get(), signo, nullptr, 0);
}

void signal_if(pid_t pid, int signo, const std::function<bool(pid_t)>& is_it) {
  const os::Fd process = open_process(pid);
  // If the answer is about a later process of this number, the one that is held has ended, and no signal goes out.
  if (process && is_it(pid)) send_signal(process, signo);
}

void signal_descendant(pid_t ancestor, pid_t pid, int signo) {
  signal_if(pid, signo, [ancestor](pid_t found) { return descends_from(found, ancestor); });
}

}  // namespace lockstep::process
