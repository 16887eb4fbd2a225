#pragma once

#include "cli/arguments.h"
#include "cli/command_context.h"
#include "result/result.h"

namespace lockstep::cli {

/// `./lab`
struct ListOptions {};

void declare(Arguments& arguments, ListOptions& options);

/// Prints the labs, the points so far and what to do next.
/// \return the exit status, or the error that kept it from its work.
[[nodiscard]] Result<ExitStatus> run(const ListOptions& options, const CommandContext& here);

}  // namespace lockstep::cli
