#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "build/build.h"
#include "process/run.h"

namespace lockstep::build {

/// What a learner needs of a failed build's log: the errors in the submission's own files first, each with the line of
/// source that it is about, at most some 20 lines; and what the linker could not do, in a sentence.
/// \param log         of Ninja, the compiler and the linker
/// \param staged_dir  whose files the log names
/// \param submit      the submission's files, relative
/// \return nothing when nothing in the log is of the learner's making.
[[nodiscard]] std::optional<BuildFailure> compile_errors(std::string_view log, const std::filesystem::path& staged_dir,
                                                         std::span<const std::string> submit);

/// The errors of a failed build that is not the learner's doing, for the lab's author: at most some 20 lines;
/// empty when the log has none.
[[nodiscard]] std::string lab_errors(std::string_view log, const std::filesystem::path& staged_dir);

/// What a failed build comes to in whose log a compiler or linker says that it was stopped at its own limit of CPU time
/// or memory. \return nothing when the log says no such thing
[[nodiscard]] std::optional<BuildFailure> exceeded_limit(std::string_view log);

/// What a compiler's end comes to that is not its own: it was stopped. \return nothing when it ended by itself
[[nodiscard]] std::optional<BuildFailure> stopped_compiler(const process::Exit& exit);

}  // namespace lockstep::build
