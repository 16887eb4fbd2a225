#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "cli/arguments.h"
#include "cli/command_context.h"
#include "result/result.h"

namespace lockstep::cli {

/// `./lab export`
struct ExportOptions {
  std::string platform;
  std::filesystem::path dir;
  std::optional<std::string> labs;  ///< separated by commas; absent: all
  bool hidden = false;              ///< with the hidden checks
};

void declare(Arguments& arguments, ExportOptions& options);

/// Makes the folder that a platform takes, whole or not at all.
/// \return the exit status, or the error that kept it from its work.
[[nodiscard]] Result<ExitStatus> run(const ExportOptions& options, const CommandContext& here);

}  // namespace lockstep::cli
