#pragma once

#include <string>
#include <string_view>

#include "checks/sanitizer/sanitizer_report.h"
#include "checks/verdict.h"
#include "manifest/manifest.h"

namespace lockstep::checks {

/// A finding for a learner, distilled from a report: what rule is broken, the places in the learner's own files, and
/// the threads. A lock that keeps nobody out is seen where the test uses what the lock should guard: so where no frame
/// is in a file of the learner's, the places are those in the lab's tests.
///
/// \param raw  the report whole
/// \return a finding without a file when no frame of the report is in a file of the lab: then the fault is the kit's
[[nodiscard]] Finding distil(const SanitizerReport& report, const std::string& case_name, const Manifest& manifest,
                             std::string raw);

}  // namespace lockstep::checks
