#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "report/grade_report.h"

namespace lockstep::report {

/// For tests: reports of the kinds that graders make.
struct Sample {
  std::string name;
  GradeReport report;
};

/// How GoogleTest names it.
inline void PrintTo(const Sample& sample, std::ostream* out) { *out << sample.name; }

[[nodiscard]] GradeReport all_points();   ///< nothing lost
[[nodiscard]] GradeReport points_lost();  ///< passed, failed, inconclusive and error, with findings of many kinds
[[nodiscard]] GradeReport found_by_the_explorer();  ///< a finding with its places, schedule and interleaving
[[nodiscard]] GradeReport does_not_build();         ///< the same finding in every check
[[nodiscard]] GradeReport hostile_texts();          ///< a learner who writes to the report instead of the lab

[[nodiscard]] std::vector<Sample> samples();

/// A report of one failed check with these findings.
[[nodiscard]] GradeReport report_with(std::vector<Finding> findings);

[[nodiscard]] Finding finding(FindingKind kind, std::string message, std::string file = "", int line = 0);

}  // namespace lockstep::report
