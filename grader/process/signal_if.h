#pragma once

#include <sys/types.h>

#include <functional>

#include "os/fd.h"

namespace lockstep::process {

/// A descriptor for a process, which stays that process's even when the kernel gives its number to another one.
/// \return none when there is no such process (pidfd_open(2))
[[nodiscard]] os::Fd open_process(pid_t pid);

/// Sends a signal to the process that `process` was opened for, unless it has ended.
void send_signal(const os::Fd& process, int signo);

/// Sends a signal to a process whose number was found by looking, which another process may have been given since.
/// \param is_it  asked once the process is held by a descriptor: whether `pid` is the one that is meant
void signal_if(pid_t pid, int signo, const std::function<bool(pid_t)>& is_it);

/// Likewise, to a process that still descends from `ancestor`: this process, or a child that was not waited for yet.
void signal_descendant(pid_t ancestor, pid_t pid, int signo);

}  // namespace lockstep::process
