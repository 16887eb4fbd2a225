#pragma once

#include <string>

#include "cli/arguments.h"
#include "cli/command_context.h"
#include "result/result.h"

namespace lockstep::cli {

/// `./lab watch`
struct WatchOptions {
  std::string lab;
  bool poll = false;  ///< look at the files now and then, although the kernel tells of changes
};

void declare(Arguments& arguments, WatchOptions& options);

/// Runs the lab's tests, and again each time that a file of the lab changes, until a key or a stop request ends it.
/// \return the exit status, or the error that kept it from its work.
[[nodiscard]] Result<ExitStatus> run(const WatchOptions& options, const CommandContext& here);

}  // namespace lockstep::cli
