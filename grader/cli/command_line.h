#pragma once

#include <any>
#include <string>
#include <variant>
#include <vector>

#include "cli/completion.h"
#include "cli/subcommand.h"
#include "result/result.h"

namespace lockstep::cli {

/// What was asked for.
struct CommandLine {
  const Subcommand* subcommand = nullptr;  ///< a row of the table
  std::any options;                        ///< of the subcommand's own type
  std::string compiler;                    ///< of the labs' programs; empty: the machine's default
  int jobs = 0;                            ///< programs run at the same time, at most; 0: the cores that may be used
  bool plain = false;                      ///< no colour, and nothing written over: a line at a time
};

/// Help was asked for, and printed; nothing more is to be done.
struct HelpShown {};

/// Reads the command line.
/// \return what was asked for; or that help was printed; or an input error that says what is accepted.
[[nodiscard]] Result<std::variant<CommandLine, HelpShown>> parse(int argc, const char* const* argv);

/// What can be typed, for a shell that completes it: each subcommand of the table, and those of the launcher.
[[nodiscard]] std::vector<CompletedCommand> completed_commands();

}  // namespace lockstep::cli
