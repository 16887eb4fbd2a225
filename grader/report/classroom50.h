#pragma once

#include <string>

#include "report/grade_report.h"

namespace lockstep::report {

/// The part of Classroom 50's result.json that a grade is (foundation50/classroom50, schemas/result-v1.schema.json):
/// `schema`, `score`, `max-score`, `tests`. Whose it is and when it was handed in is added by the autograder, which is
/// told. Scores are whole there: their sum is rounded down, and the tests' scores add up to it. A check that could not
/// be judged is no test.
[[nodiscard]] std::string classroom50(const GradeReport& report);

}  // namespace lockstep::report
