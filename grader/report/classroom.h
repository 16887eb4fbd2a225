#pragma once

#include <string>

#include "report/grade_report.h"

namespace lockstep::report {

/// The result of one autograding action as the reporter of such actions reads it
/// (classroom-resources/autograding-grading-reporter): a test for each check that has points. The reporter wants it in
/// base64. It adds the tests' scores up; the table that it prints counts tests instead, and knows no part of a test.
[[nodiscard]] std::string classroom(const GradeReport& report);

}  // namespace lockstep::report
