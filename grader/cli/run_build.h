#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "cli/arguments.h"
#include "cli/command_context.h"
#include "result/result.h"

namespace lockstep::cli {

/// `./lab build`
struct BuildOptions {
  std::string lab;
  std::optional<std::filesystem::path> from;  ///< the submission's folder; default: the lab's own
};

void declare(Arguments& arguments, BuildOptions& options);

/// Builds the programs of every flavour that the checks need, and prints where they are.
/// \return the exit status, or the error that kept it from its work.
[[nodiscard]] Result<ExitStatus> run(const BuildOptions& options, const CommandContext& here);

}  // namespace lockstep::cli
