#pragma once

#include "process/plan.h"

namespace lockstep::process {

/// In a new process: takes on the plan's limits and confinement, and becomes the program. What does not work is told
/// to `fds.status`, which the program itself does not inherit.
[[noreturn]] void become_program(const Plan& plan, const OwnFds& fds);

/// Tells the grader that the program could not be started, and why; `error` is an errno.
void tell_not_started(int status_fd, const char* what, int error);

}  // namespace lockstep::process
