#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "cli/arguments.h"
#include "cli/command_context.h"
#include "result/result.h"

namespace lockstep::cli {

/// `./lab solution`
struct SolutionOptions {
  std::string lab;
  std::optional<std::string> file;           ///< of the solution; all when none is named
  std::optional<std::filesystem::path> out;  ///< folder for the files, in place of showing them
  bool overwrite = false;                    ///< files that are there already, with another content
  bool insist = false;                       ///< without all points too
};

void declare(Arguments& arguments, SolutionOptions& options);

/// Shows the reference solution of a lab that the learner has all points of, or writes it.
/// \return the exit status, or the error that kept it from its work.
[[nodiscard]] Result<ExitStatus> run(const SolutionOptions& options, const CommandContext& here);

}  // namespace lockstep::cli
