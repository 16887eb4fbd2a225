#pragma once

#include <filesystem>

#include "report/grade_report.h"
#include "result/result.h"

namespace lockstep::cli {

/// Keeps the tools' own reports beside the grade: writes each finding's raw report into `dir` and adds a note that says
/// where. What an earlier grading left there is removed: no other grading may use `dir` at the same time.
[[nodiscard]] Result<void> keep_raw_reports(const std::filesystem::path& dir, report::GradeReport& grade);

/// Inside GitHub Actions: writes the workflow annotations to standard output and the step summary to its file.
/// Elsewhere does nothing. \pre `grade.dir` says where the files lie in the repository, for the annotations' paths
[[nodiscard]] Result<void> tell_workflow(const report::GradeReport& grade);

}  // namespace lockstep::cli
