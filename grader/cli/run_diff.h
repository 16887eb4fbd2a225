#pragma once

#include <string>
#include <vector>

#include "cli/arguments.h"
#include "cli/command_context.h"
#include "cli/skeleton.h"
#include "result/result.h"

namespace lockstep::cli {

/// `./lab diff`
struct DiffOptions {
  std::string lab;
};

void declare(Arguments& arguments, DiffOptions& options);

/// Prints what the learner changed.
/// \return the exit status, or the error that kept it from its work.
[[nodiscard]] Result<ExitStatus> run(const DiffOptions& options, const CommandContext& here);

/// What differs from the files as they were handed out, as a unified diff that `patch -p1` and `git apply` take.
/// \param dir  of the lab, as the diff is to name it
[[nodiscard]] Result<std::string> unified_diff(const std::vector<HandedOut>& files, const std::string& dir,
                                               std::stop_token stop);

/// The diff fit for a terminal: what is added green, what is removed red.
[[nodiscard]] std::string coloured_diff(const std::string& diff);

}  // namespace lockstep::cli
