#pragma once

#include <cstddef>
#include <string>

#include "report/grade_report.h"

namespace lockstep::report {

/// GitHub drops a summary above 1 MiB whole.
inline constexpr std::size_t kMostSummaryBytes = 900'000;

/// The report as GitHub's Markdown, at most `kMostSummaryBytes` long: findings that have no room are counted.
[[nodiscard]] std::string step_summary(const GradeReport& report);

}  // namespace lockstep::report
