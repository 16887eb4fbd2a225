#pragma once

#include <string>

#include "report/grade_report.h"

namespace lockstep::report {

/// The findings as SARIF 2.1.0 (OASIS), which code scanning and editors read: a result for each that has a place, with
/// the other places that it names; those that only need an instructor's look are notes. Its paths are relative to the
/// repository, as the annotations' are.
[[nodiscard]] std::string sarif(const GradeReport& report);

}  // namespace lockstep::report
