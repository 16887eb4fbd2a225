#pragma once

#include "cli/options.h"
#include "cli/surroundings.h"
#include "result/result.h"

namespace lockstep::cli {

/// Each carries out one subcommand and prints what it has to say.
/// \return the exit status, or the error that kept it from its work.
[[nodiscard]] Result<ExitStatus> run(const ListOptions& options, const Surroundings& here);
[[nodiscard]] Result<ExitStatus> run(const GradeOptions& options, const Surroundings& here);
[[nodiscard]] Result<ExitStatus> run(const TestOptions& options, const Surroundings& here);
[[nodiscard]] Result<ExitStatus> run(const BuildOptions& options, const Surroundings& here);
[[nodiscard]] Result<ExitStatus> run(const HintOptions& options, const Surroundings& here);
[[nodiscard]] Result<ExitStatus> run(const DoctorOptions& options, const Surroundings& here);
[[nodiscard]] Result<ExitStatus> run(const VerifyOptions& options, const Surroundings& here);
[[nodiscard]] Result<ExitStatus> run(const ExploreOptions& options, const Surroundings& here);
[[nodiscard]] Result<ExitStatus> run(const ReplayOptions& options, const Surroundings& here);
[[nodiscard]] Result<ExitStatus> run(const PlotOptions& options, const Surroundings& here);

}  // namespace lockstep::cli
