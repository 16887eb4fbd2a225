#pragma once

#include <string>

#include "cli/arguments.h"
#include "cli/command_context.h"
#include "result/result.h"

namespace lockstep::cli {

/// `./lab reset`
struct ResetOptions {
  std::string lab;
  bool yes = false;       ///< without asking
  bool hand_out = false;  ///< the other way round, for the lab's author
};

void declare(Arguments& arguments, ResetOptions& options);

/// Puts the files of `submit` back as they were handed out, and keeps what they held.
/// \return the exit status, or the error that kept it from its work.
[[nodiscard]] Result<ExitStatus> run(const ResetOptions& options, const CommandContext& here);

}  // namespace lockstep::cli
