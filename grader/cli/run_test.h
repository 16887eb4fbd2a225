#pragma once

#include <string>
#include <vector>

#include "cli/arguments.h"
#include "cli/command_context.h"
#include "result/result.h"

namespace lockstep::cli {

/// `./lab test`
struct TestOptions {
  std::string lab;
  std::vector<std::string> cases;  ///< to run; all when there are none
  bool all = false;                ///< every failure in full
};

void declare(Arguments& arguments, TestOptions& options);

/// Runs the lab's own tests, without sandbox, and prints the first failure, or all.
/// \return the exit status, or the error that kept it from its work.
[[nodiscard]] Result<ExitStatus> run(const TestOptions& options, const CommandContext& here);

}  // namespace lockstep::cli
