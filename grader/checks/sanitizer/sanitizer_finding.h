#pragma once

#include <string>
#include <string_view>

#include "checks/sanitizer/sanitizer_report.h"
#include "checks/verdict.h"
#include "manifest/manifest.h"

namespace lockstep::checks {

/// A finding for a learner, distilled from a report: what rule is broken, the places in the learner's own files, and
/// the threads.
/// \param raw  the report whole
/// \return a finding without a file when no frame of the report is in one of the learner's files: then the fault is
///         not theirs
[[nodiscard]] Finding distil(const SanitizerReport& report, const std::string& case_name, const Manifest& manifest,
                             std::string raw);

}  // namespace lockstep::checks
