#pragma once

#include <string>

#include "report/grade_report.h"

namespace lockstep::report {

/// Workflow commands that make GitHub show the findings beside the learner's code, a line each: an error for each of
/// the nine weightiest findings and one that counts the rest (a step shows ten errors at most), a warning for each
/// check that could not be judged, and a notice with the points. Paths are relative to the repository. Every text is
/// escaped, so that none can start another command.
[[nodiscard]] std::string annotations(const GradeReport& report);

}  // namespace lockstep::report
