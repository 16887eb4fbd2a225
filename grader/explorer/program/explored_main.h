#pragma once

#include <functional>
#include <string>
#include <vector>

#include "lockstep/explore.h"

namespace lockstep::explorer {

/// What a program printed in some schedules, on standard output and standard error.
struct SeenOutput {
  std::string text;
  std::string replay;  ///< the first such schedule
};

/// What came of a program that has a `main` of its own.
struct ProgramExplored {
  Exploration exploration;
  std::string output;               ///< what it printed in the schedule shown
  bool lists_outputs = false;       ///< LOCKSTEP_EXPLORE_OUTPUTS was set
  std::vector<SeenOutput> outputs;  ///< then: of schedules that ended without a finding
  bool more_outputs = false;        ///< there were others, too many to keep
};

/// Explores the program's own `main`, which lies in a shared library, as the environment says, and ends the process:
/// nothing of the program's may run again. To be called by the executable's `main`.
/// \param report  called in the end; what it gives is the exit status. Standard output and standard error are the
///                program's by then
[[noreturn]] void explore_main(int argc, char** argv, const std::function<int(const ProgramExplored&)>& report);

/// The exit status after wrong settings in the environment, and of a program without `main`.
inline constexpr int kWrongUsage = 2;

}  // namespace lockstep::explorer
