#pragma once

#include <optional>
#include <string>

#include "cli/arguments.h"
#include "cli/command_context.h"
#include "result/result.h"

namespace lockstep::cli {

/// `./lab debug`
struct DebugOptions {
  std::string lab;
  std::string test;                     ///< the case, or a part of its name that it alone has
  std::optional<std::string> schedule;  ///< of an explored case
  bool prepare = false;                 ///< start no debugger: an editor does
  bool run = false;                     ///< gdb runs the program at once
};

void declare(Arguments& arguments, DebugOptions& options);

/// Builds the case's program for a debugger and leaves it at build/debug/program, with what gdb must be told at
/// build/debug/commands.gdb; then gdb takes this program's place.
/// \return the exit status, or the error that kept it from its work.
[[nodiscard]] Result<ExitStatus> run(const DebugOptions& options, const CommandContext& here);

}  // namespace lockstep::cli
