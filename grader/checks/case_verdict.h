#pragma once

#include <optional>
#include <string>

#include "checks/case_run.h"
#include "checks/verdict.h"
#include "manifest/manifest.h"

namespace lockstep::checks {

/// What is wrong with the run of one case: the first thing, explained. Nothing when the case passed: its process ended
/// by itself, through the harness's epilogue, and reported this case, and no other, as passed. Where an expectation
/// failed, and the program then crashed or did not end, the expectation is what is wrong.
/// \pre the run was not starved
[[nodiscard]] std::optional<Finding> fault_of(const std::string& case_name, const CaseRun& run,
                                              const Manifest& manifest);

}  // namespace lockstep::checks
