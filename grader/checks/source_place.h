#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lockstep/explored_lines.h"
#include "lockstep/trace_step.h"
#include "manifest/manifest.h"

namespace lockstep::checks {

/// The file of the lab that a compiler's path names, relative to the lab: "concurrent.cpp", "tests/threads_test.cpp".
/// Programs are built from a staged copy of the lab, so only the end of the path can tell.
/// \return nothing for a file that is not the lab's
[[nodiscard]] std::optional<std::string> lab_file(std::string_view path, const Manifest& manifest);

/// How the paths of the learner's files end in a program, with colons between.
[[nodiscard]] std::string submitted_path_ends(const Manifest& manifest);

/// The steps with the places that are in the lab.
[[nodiscard]] std::vector<TraceStep> lab_steps(std::vector<TraceStep> steps, const Manifest& manifest);

/// Of the files that are the learner's, relative to the lab. The end of a scope counts for no line that was never run:
/// an exception may go another way out, which the compiler says lies there.
///
/// \param texts  of the learner's files
[[nodiscard]] std::vector<ExploredLines> submitted_lines(std::vector<ExploredLines> files, const Manifest& manifest,
                                                         const std::map<std::string, std::string>& texts);

/// Whether a file of the lab, relative to it, is one of the learner's.
[[nodiscard]] bool is_submitted(std::string_view file, const Manifest& manifest);

}  // namespace lockstep::checks
