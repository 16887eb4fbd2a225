#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "build/build.h"
#include "cli/command_context.h"
#include "result/result.h"

namespace lockstep::cli {

/// A person's own program, as a command line names it.
struct OwnProgram {
  std::vector<std::filesystem::path> files;               ///< C and C++ sources, one of them with `main`
  std::vector<std::string> flags;                         ///< for the compiler
  std::optional<std::filesystem::path> compile_commands;  ///< a compilation database that has flags of each source
  std::string compiler;                                   ///< as a replay has to name it; empty: the kit's own
};

/// The sources with the flags that each is compiled with: those of the database, then those that were given.
/// \return an input error for a flag that cannot be used, and for a source that the database does not name
[[nodiscard]] Result<std::vector<build::ExploredSource>> sources_of(const OwnProgram& program);

/// A variable's value, null when it is not set.
using Variable = std::function<const char*(const char* name)>;

/// Adds what the environment says: CXXFLAGS, and CPLUS_INCLUDE_PATH as -isystem, before the program's own flags; and
/// CXX where no compiler was named (by --compiler or LOCKSTEP_CXX). \return where the program is to be built: `here`,
/// with its compiler
[[nodiscard]] Result<CommandContext> add_environment(OwnProgram& program, const CommandContext& here,
                                                     const Variable& variable);

/// What a replay of the program needs besides files and schedule: " -Iinclude --compiler clang++"; may be empty.
[[nodiscard]] std::string replay_words(const OwnProgram& program);

}  // namespace lockstep::cli
