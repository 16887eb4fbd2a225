#pragma once

#include <string>

#include "report/grade_report.h"

namespace lockstep::report {

struct TerminalStyle {
  bool colour = false;
  int width = 80;  ///< columns of the terminal; fewer than 40 are taken as 40
};

/// The report for a person. A line that may hold a learner's words begins with a bar, so that none of them, once in a
/// log, can be taken for a workflow command.
[[nodiscard]] std::string terminal(const GradeReport& report, const TerminalStyle& style);

}  // namespace lockstep::report
