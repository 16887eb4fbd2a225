#pragma once

#include <optional>
#include <string>
#include <vector>

#include "os/temp_dir.h"
#include "process/plan.h"
#include "process/run.h"
#include "process/user_id.h"

namespace lockstep::process {

/// How a command is to be started on its backend, and what is kept for it as long as it runs.
struct Confinement {
  std::vector<std::string> launcher;  ///< up to and with lockstep-init; its arguments are to follow
  Plan plan;
  std::optional<UserId> user;
  std::optional<os::TempDir> scratch;   ///< where the backend has none of its own
  bool own_namespaces = false;          ///< init is process 1 of its own, and a child of the launcher
  bool counts_processes_alone = false;  ///< the kernel's count for the user id is this run's own
};

[[nodiscard]] Result<Confinement> confine(const Command& command, const Limits& limits, const Sandbox& sandbox);

}  // namespace lockstep::process
