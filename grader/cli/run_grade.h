#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "cli/arguments.h"
#include "cli/command_context.h"
#include "cli/reports.h"
#include "result/result.h"

namespace lockstep::cli {

/// `./lab grade`
struct GradeOptions {
  std::optional<std::string> lab;             ///< absent only with `solutions`: then all labs
  bool solutions = false;                     ///< grade the reference solutions
  bool hidden = false;                        ///< with the instructor's hidden checks
  std::optional<std::filesystem::path> from;  ///< the submission's folder; default: the lab's own
  RequestedReports reports;                   ///< besides the one for the terminal
  bool allow_unprotected = false;             ///< grade code of others even where there is no sandbox
};

void declare(Arguments& arguments, GradeOptions& options);

/// Judges all checks of a lab and writes the reports.
/// \return the exit status, or the error that kept it from its work.
[[nodiscard]] Result<ExitStatus> run(const GradeOptions& options, const CommandContext& here);

}  // namespace lockstep::cli
