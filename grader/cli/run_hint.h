#pragma once

#include <string>

#include "cli/arguments.h"
#include "cli/command_context.h"
#include "result/result.h"

namespace lockstep::cli {

/// `./lab hint`
struct HintOptions {
  std::string lab;
  bool again = false;  ///< from the first hint on
};

void declare(Arguments& arguments, HintOptions& options);

/// Prints the next hint, and remembers that it was shown.
/// \return the exit status, or the error that kept it from its work.
[[nodiscard]] Result<ExitStatus> run(const HintOptions& options, const CommandContext& here);

}  // namespace lockstep::cli
