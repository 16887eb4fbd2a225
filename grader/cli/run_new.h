#pragma once

#include <string>

#include "cli/arguments.h"
#include "cli/command_context.h"
#include "result/result.h"

namespace lockstep::cli {

/// `./lab new`
struct NewOptions {
  std::string name;  ///< of the lab: "20-work-stealing"
};

void declare(Arguments& arguments, NewOptions& options);

/// Makes a lab that builds and fails, and says what to do with it.
/// \return the exit status, or the error that kept it from its work.
[[nodiscard]] Result<ExitStatus> run(const NewOptions& options, const CommandContext& here);

}  // namespace lockstep::cli
