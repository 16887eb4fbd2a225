#pragma once

#include <filesystem>
#include <stop_token>
#include <string>

#include "checks/speedup/accuracy/subjects.h"
#include "checks/verdict.h"
#include "process/sandbox.h"
#include "result/result.h"

namespace lockstep::checks::speedup {

/// The verdict that the speedup check gives on a subject, with thresholds like those of the labs.
/// \param programs  the folder that the subjects were built into
/// \return an error only when stopped
[[nodiscard]] Result<Verdict> judge_subject(const Subject& subject, const std::filesystem::path& programs,
                                            process::SandboxBackend backend, std::stop_token stop);

/// Which rule decided, as the verdict's first note says behind "judged by"; where the CPU time did, which has no note
/// of its own, "CPU time". Of a run that failed, the finding's kind.
[[nodiscard]] std::string rule_of(const Verdict& verdict);

}  // namespace lockstep::checks::speedup
