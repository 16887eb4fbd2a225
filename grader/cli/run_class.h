#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "cli/arguments.h"
#include "cli/command_context.h"
#include "result/result.h"

namespace lockstep::cli {

/// `./lab class`
struct ClassOptions {
  std::optional<std::filesystem::path> dir;        ///< one submission of each learner
  std::optional<std::string> lab;                  ///< must be given with `dir`
  std::optional<std::filesystem::path> gradebook;  ///< default: gradebook.sqlite in `dir`
  bool hidden = false;                             ///< with the instructor's hidden checks
  bool allow_unprotected = false;                  ///< grade code of others even where there is no sandbox
  std::string engine = "local";                    ///< or "slurm"
  int per_task = 5;                                ///< submissions of a task, with slurm; 1 to 1000
  std::optional<std::filesystem::path> work_on;    ///< do units of another process's class
};

void declare(Arguments& arguments, ClassOptions& options);

/// Grades a class into a gradebook; goes on where an earlier run ended.
/// \return 0 when all that was handed in has its grade, 1 when some could not be understood, 3 when the kit or the
/// machine
///         failed for some; or the error that kept it from its work.
[[nodiscard]] Result<ExitStatus> run(const ClassOptions& options, const CommandContext& here);

}  // namespace lockstep::cli
