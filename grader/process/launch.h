#pragma once

#include <sys/types.h>

#include <span>
#include <string>
#include <vector>

#include "os/fd.h"
#include "process/plan.h"
#include "result/result.h"

namespace lockstep::process {

/// A started sandbox, seen from the grader: our ends of its pipes.
struct Launched {
  pid_t pid = -1;               ///< of the outermost process, our child; not waited for yet
  os::Fd ended;                 ///< readable once that process has ended
  os::Fd input;                 ///< the program's standard input; does not block
  std::vector<os::Fd> outputs;  ///< standard output, standard error, the channels; do not block
  os::Fd status;                ///< where init's `InitStatus` comes from; does not block
  os::Fd control;               ///< closing it makes init kill everything
};

/// Starts `command` (which ends in lockstep-init) with the plan. It inherits nothing else that is open here.
/// \param procs_fds  of the control groups that the program is to enter
[[nodiscard]] Result<Launched> launch(std::vector<std::string> command, const Plan& plan,
                                      std::span<const os::Fd> procs_fds);

}  // namespace lockstep::process
