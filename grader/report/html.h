#pragma once

#include <string>

#include "report/grade_report.h"

namespace lockstep::report {

/// The report as a page for a browser: one file that needs no other. Findings have the lines that they are about, and
/// those of the explorer their interleaving as a diagram.
[[nodiscard]] std::string html(const GradeReport& report);

}  // namespace lockstep::report
