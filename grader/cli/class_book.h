#pragma once

#include <string>
#include <vector>

#include "cli/class_found.h"
#include "cli/class_work.h"
#include "gradebook/gradebook.h"
#include "manifest/manifest.h"
#include "report/grade_report.h"
#include "result/result.h"

namespace lockstep::cli {

/// What the reports of all submissions of a class have in common.
struct ClassFrame {
  report::Machine machine;
  std::vector<std::string> notes;  ///< about the machine
};

/// The report of one submission: the same for the same verdicts, whenever and by whichever worker they were found.
/// \pre each check of the manifest has its verdict in one of `found`
[[nodiscard]] report::GradeReport report_of(const Manifest& manifest, const ClassFrame& frame,
                                            const std::vector<Found>& found);

/// Its row in the gradebook.
[[nodiscard]] gradebook::Grade grade_of(const report::GradeReport& report, const std::string& content,
                                        const std::string& grader, const std::string& graded);

/// Whether a report, as the gradebook has it, asks an instructor to look.
[[nodiscard]] bool needs_review(const std::string& report);

/// Now, as the gradebook writes it.
[[nodiscard]] std::string now_utc();

}  // namespace lockstep::cli
