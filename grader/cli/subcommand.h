#pragma once

#include <any>
#include <span>
#include <string_view>

#include "cli/arguments.h"
#include "cli/command_context.h"
#include "result/result.h"

namespace lockstep::cli {

/// What the table of subcommands says of each.
struct SubcommandInfo {
  std::string_view name;      ///< "grade"
  std::string_view example;   ///< a whole command line: "./lab grade 01"
  std::string_view summary;   ///< what it does: the help, the launcher's help and the README all say it in these words
  bool runs_programs = true;  ///< so that it must know how they can be confined
};

/// A row of the table: a subcommand, and how its own type of options is declared and used.
struct Subcommand {
  SubcommandInfo info;
  std::any (*defaults)();                                                          ///< its options before they are read
  void (*declare)(Arguments& arguments, std::any& options);                        ///< says what can be given
  Result<ExitStatus> (*run)(const std::any& options, const CommandContext& here);  ///< does the work; prints
};

/// All subcommands, in the order of the help. The first is what `./lab` alone does.
[[nodiscard]] std::span<const Subcommand> subcommands();

}  // namespace lockstep::cli
