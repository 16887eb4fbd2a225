#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "cli/arguments.h"
#include "cli/command_context.h"
#include "result/result.h"

namespace lockstep::cli {

/// `./lab report`
struct ReportOptions {
  std::string lab;
  std::optional<std::filesystem::path> html;  ///< where the page goes too; "-" is standard output
};

void declare(Arguments& arguments, ReportOptions& options);

/// Gives the page of a lab's latest grading.
/// \return the exit status, or the error that kept it from its work.
[[nodiscard]] Result<ExitStatus> run(const ReportOptions& options, const CommandContext& here);

}  // namespace lockstep::cli
