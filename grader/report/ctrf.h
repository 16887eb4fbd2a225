#pragma once

#include <string>

#include "report/grade_report.h"

namespace lockstep::report {

/// The cases of all checks in the Common Test Report Format (ctrf-io/ctrf, schema/ctrf.schema.json). What could not be
/// decided is `skipped`; what is the kit's or the machine's fault is `other`.
[[nodiscard]] std::string ctrf(const GradeReport& report);

}  // namespace lockstep::report
