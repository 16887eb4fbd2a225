#pragma once

#include <stop_token>

#include "build/build.h"
#include "cli/status_line.h"
#include "process/sandbox.h"

namespace lockstep::cli {

/// What every command works in: the kit on this machine, and how to talk to the person.
struct CommandContext {
  build::Kit kit;
  process::SandboxSelection selection;
  double cores = 1;  ///< that may be used: affinity and quota counted
  int jobs = 1;      ///< programs run at the same time, at most
  std::stop_token stop;
  StatusLine& status;
  int compilers = 0;            ///< at the same time, in each flavour; 0: as many as suit the cores
  bool compiler_named = false;  ///< kit.compiler is the one that the command line or LOCKSTEP_CXX named
};

/// Exit statuses of the contract.
enum ExitStatus : int {
  kNoPointLost = 0,
  kPointsLost = 1,
  kWrongUsage = 2,
  kMachineFailed = 3,
  kInterrupted = 130,
};

}  // namespace lockstep::cli
