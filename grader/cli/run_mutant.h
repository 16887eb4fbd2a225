#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "cli/arguments.h"
#include "cli/command_context.h"
#include "result/result.h"

namespace lockstep::cli {

/// `./lab mutant`
struct MutantOptions {
  std::string lab;
  std::string name;                          ///< of the mutant
  std::optional<std::filesystem::path> out;  ///< folder for its files; default: mutants/LAB/NAME below the build folder
  bool overwrite = false;                    ///< files that are there already, with another content
};

void declare(Arguments& arguments, MutantOptions& options);

/// Writes the files that a mutant submits: its base with its patch applied.
/// \return the exit status, or the error that kept it from its work.
[[nodiscard]] Result<ExitStatus> run(const MutantOptions& options, const CommandContext& here);

}  // namespace lockstep::cli
