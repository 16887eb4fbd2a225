#pragma once

#include <string>

#include "cli/arguments.h"
#include "cli/command_context.h"
#include "result/result.h"

namespace lockstep::cli {

/// `./lab quiz`
struct QuizOptions {
  std::string lab;
  bool again = false;  ///< all questions, also those that were answered
};

void declare(Arguments& arguments, QuizOptions& options);

/// Asks a lab's questions that are not answered yet, and remembers those that are answered right.
/// \return the exit status, or the error that kept it from its work.
[[nodiscard]] Result<ExitStatus> run(const QuizOptions& options, const CommandContext& here);

}  // namespace lockstep::cli
