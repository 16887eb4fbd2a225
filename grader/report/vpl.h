#pragma once

#include <string>

#include "report/grade_report.h"

namespace lockstep::report {

/// What an evaluation of Moodle's Virtual Programming Lab prints: a block of comments and the grade (VPL, "Automated
/// program assessment"). Each line that can hold a word from outside is marked as preformatted, so no such line ends
/// the block or is a grade. Where nothing could be judged there is no grade.
[[nodiscard]] std::string vpl(const GradeReport& report);

}  // namespace lockstep::report
