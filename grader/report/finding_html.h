#pragma once

#include <string>

#include "report/grade_report.h"

namespace lockstep::report {

/// What a page says of one finding, below its heading: message, lines of the source, interleaving, replay.
[[nodiscard]] std::string finding_html(const GradeReport& report, const Finding& finding);

}  // namespace lockstep::report
