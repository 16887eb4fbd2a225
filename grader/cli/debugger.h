#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "result/result.h"

namespace lockstep::cli {

/// A program to be debugged.
struct Debugged {
  std::filesystem::path program;
  std::vector<std::string> arguments = {};
  std::map<std::string, std::string> environment = {};
  std::filesystem::path compiled_in = {};  ///< the folder in which its sources were compiled, a copy of
  std::filesystem::path sources = {};      ///< the one where a person edits them; empty: it is no copy
  std::string schedule = {};               ///< that the explorer runs; empty: real threads
};

/// What gdb is to be told before it runs the program. In a schedule it stops where the explorer has found what is
/// wrong, with a thread of the system for each of the program's, named as in the interleaving, and goes up to the first
/// frame that is not a library's.
[[nodiscard]] std::string commands_for_gdb(const Debugged& debugged);

/// Where the debugger finds its commands and the program, always under the same names, for the settings of editors.
struct DebuggerFiles {
  std::filesystem::path commands;
  std::filesystem::path program;
};

/// Leaves these files below the build folder, in place of those of the last time.
[[nodiscard]] Result<DebuggerFiles> leave_debugger_files(const std::filesystem::path& build_dir,
                                                         const Debugged& debugged);

/// An input error that says what to do where there is no gdb.
[[nodiscard]] Result<void> need_gdb();

enum class Start { kWhenAsked, kAtOnce };

/// Becomes gdb: returns only when that fails.
[[nodiscard]] Error become_gdb(const DebuggerFiles& files, const Debugged& debugged, Start start);

}  // namespace lockstep::cli
