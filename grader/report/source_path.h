#pragma once

#include <string>

#include "report/grade_report.h"

namespace lockstep::report {

/// The path of a finding's file relative to the repository; empty when it has none or lies outside.
[[nodiscard]] std::string source_path(const GradeReport& report, const Finding& finding);

}  // namespace lockstep::report
