#pragma once

#include <string>

#include "report/grade_report.h"

namespace lockstep::report {

/// The grade as JUnit's XML, in the form that Jenkins, GitLab and the like read (the Jenkins JUnit plugin's
/// junit-10.xsd): a suite for each check, with its points as properties, and a test case for each of its cases. A check
/// without cases is one test case. What could not be judged is skipped, and a fault of the kit's or the machine's is an
/// error.
[[nodiscard]] std::string junit(const GradeReport& report);

}  // namespace lockstep::report
