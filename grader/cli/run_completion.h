#pragma once

#include <string>

#include "cli/arguments.h"
#include "cli/command_context.h"
#include "result/result.h"

namespace lockstep::cli {

/// `./lab completion`
struct CompletionOptions {
  std::string shell;  ///< bash, zsh or fish
};

void declare(Arguments& arguments, CompletionOptions& options);

/// Prints a script that has a shell complete subcommands, options and labs.
/// \return the exit status, or the error that kept it from its work.
[[nodiscard]] Result<ExitStatus> run(const CompletionOptions& options, const CommandContext& here);

}  // namespace lockstep::cli
