#pragma once

#include "process/plan.h"

namespace lockstep::process {

/// Starts the program, waits for its end, kills all that it left, and says to the grader how it went. When the grader
/// closes `fds.control`, dies, or the plan's timeout expires, kills the program instead and says nothing.
/// \return the exit status of lockstep-init
[[nodiscard]] int supervise(const Plan& plan, const OwnFds& fds);

}  // namespace lockstep::process
