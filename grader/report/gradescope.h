#pragma once

#include <string>

#include "report/grade_report.h"

namespace lockstep::report {

/// The grade as Gradescope's autograder reads it from results.json (Gradescope, "Autograder Specifications").
///
/// An assignment's points are fixed there. So what could not be judged is left out by proportion: 45 of 90 points that
/// could be judged are 50 of 100. Without a judged check there is no score, and Gradescope asks for another run.
[[nodiscard]] std::string gradescope(const GradeReport& report);

}  // namespace lockstep::report
