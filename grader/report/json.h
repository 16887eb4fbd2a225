#pragma once

#include <string>

#include "report/grade_report.h"

namespace lockstep::report {

/// The report as `lockstep.grade/1` (docs/formats/grade-1.md), ended by a newline. No text in it, once written to a
/// log, can be taken for a workflow command.
[[nodiscard]] std::string json(const GradeReport& report);

}  // namespace lockstep::report
