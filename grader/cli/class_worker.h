#pragma once

#include <filesystem>

#include "cli/command_context.h"
#include "result/result.h"

namespace lockstep::cli {

/// Does units of a class's work, on this machine or another one: reads lines "PHASE CONTENT" from standard input, does
/// each unit, and answers on standard output: "ready" once, then "done CONTENT" or "failed CONTENT WHY" for each.
/// Returns at the end of the input, or with the process that started this one.
/// \param dir  of a `ClassWork`
/// \return an error when this machine cannot do the work: another grader, lab, compiler or sandbox than the job's.
[[nodiscard]] Result<ExitStatus> work_for_class(const CommandContext& here, const std::filesystem::path& dir);

}  // namespace lockstep::cli
