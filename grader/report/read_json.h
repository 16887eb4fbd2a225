#pragma once

#include <string_view>

#include "report/grade_report.h"
#include "result/result.h"

namespace lockstep::report {

/// Reads `lockstep.grade/1` back (docs/formats/grade-1.md), also as older kits wrote it. What the format does not have
/// is empty: the titles, for which the ids stand, the learner's sources, and the tools' raw reports.
/// \return an input error where the text is no such report
[[nodiscard]] Result<GradeReport> read_json(std::string_view text);

}  // namespace lockstep::report
