#pragma once

#include <string>

#include "report/grade_report.h"

namespace lockstep::report {

/// Words that the reports for people share.

/// Why a check that was not judged costs nothing; empty for one that was.
[[nodiscard]] std::string not_judged_text(Outcome outcome);

/// "Not passed: A.B, A.C (2 of 5 cases)"; empty when all cases passed or there are none.
[[nodiscard]] std::string cases_text(const CheckScore& check);

/// What was left out of the total; empty when nothing was.
[[nodiscard]] std::string left_out_text(const Score& score);

/// What the learner does best now.
[[nodiscard]] std::string next_step(const GradeReport& report);

/// "12.3 s on 2 cores; g++ 12.2.0; sandbox: bubblewrap; Debian GNU/Linux 12, Linux 6.1.0; Lockstep 0.1.0"
[[nodiscard]] std::string machine_text(const GradeReport& report);

}  // namespace lockstep::report
