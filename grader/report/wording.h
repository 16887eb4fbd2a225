#pragma once

#include <string>

#include "report/grade_report.h"

namespace lockstep::report {

/// Words that the reports for people share.

/// Why a check that was not judged costs nothing; empty for one that was.
[[nodiscard]] std::string not_judged_text(Outcome outcome);

/// "At most half of the points: a data race was found in this check. Its cases alone would give 29."; empty where no
/// points were taken away for the severity of a finding.
[[nodiscard]] std::string cap_text(const CheckScore& check);

/// "Not passed: A.B, A.C (2 of 5 cases)"; empty when all cases passed or there are none.
[[nodiscard]] std::string cases_text(const CheckScore& check);

/// What was left out of the total; empty when nothing was.
[[nodiscard]] std::string left_out_text(const Score& score);

/// What the learner does best now.
[[nodiscard]] std::string next_step(const GradeReport& report);

/// "12.3 s on 2 cores; g++ 12.2.0; sandbox: bubblewrap; Debian GNU/Linux 12, Linux 6.1.0; Lockstep 0.1.0"
[[nodiscard]] std::string machine_text(const GradeReport& report);

}  // namespace lockstep::report
