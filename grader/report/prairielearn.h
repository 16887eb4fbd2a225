#pragma once

#include <string>

#include "report/grade_report.h"

namespace lockstep::report {

/// The grade as PrairieLearn reads an external grader's results.json (PrairieLearn, "External grading"): at most a
/// megabyte, the score from 0 to 1 over what could be judged. Without a judged check it is not gradable, which costs
/// the learner no attempt.
[[nodiscard]] std::string prairielearn(const GradeReport& report);

}  // namespace lockstep::report
