#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "checks/check.h"
#include "checks/stacks.h"
#include "checks/test_report.h"
#include "process/run.h"
#include "result/result.h"

namespace lockstep::checks {

/// One run of a test program, and all that is known about it.
struct CaseRun {
  process::Run run;
  TestReport report;
  std::string sanitizer_text;  ///< what came through the sanitizer's own channel
  std::vector<Stack> stacks;   ///< where each thread stood when the time was over
};

/// Whether the machine was too busy to run it, and nothing is known about the case: no expectation had failed.
[[nodiscard]] inline bool starved(const CaseRun& run) {
  return std::holds_alternative<process::Starved>(run.run.exit) && run.report.failures.empty();
}

/// Runs one case of a test program in the sandbox, in a process of its own. A run that is starved is repeated once,
/// when no other run of this grader goes on.
/// \param environment  besides what every run has, such as a sanitizer's options
[[nodiscard]] Result<CaseRun> run_case(const Context& context, const std::filesystem::path& program,
                                       const std::string& case_name,
                                       const std::map<std::string, std::string>& environment);

/// Lets a test program list its cases. Learner's code may run in it, so it has the sandbox as well.
[[nodiscard]] Result<CaseRun> run_listing(const Context& context, const std::filesystem::path& program,
                                          const std::map<std::string, std::string>& environment);

}  // namespace lockstep::checks
