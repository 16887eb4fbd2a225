#pragma once

#include "cli/arguments.h"
#include "cli/command_context.h"
#include "result/result.h"

namespace lockstep::cli {

/// `./lab doctor`
struct DoctorOptions {};

void declare(Arguments& arguments, DoctorOptions& options);

/// Examines the machine and prints what it found.
/// \return the exit status, or the error that kept it from its work.
[[nodiscard]] Result<ExitStatus> run(const DoctorOptions& options, const CommandContext& here);

}  // namespace lockstep::cli
