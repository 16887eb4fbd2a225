#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "checks/check.h"
#include "checks/verdict.h"
#include "result/result.h"

namespace lockstep::checks {

/// A case that runs in a sanitizer's flavour, and the program that has it.
struct SanitizerCase {
  std::string name;
  std::filesystem::path program;
  int points = 0;  ///< that it is worth as a test: its share of the check
};

/// What came of a case: a sanitizer's reports, and a fault that has nothing to do with the sanitizer, which is looked
/// for where there is no report or the program went on after it.
struct SanitizerCaseResult {
  std::vector<Finding> reported;
  std::optional<Finding> fault;
  std::string starved;  ///< how the machine, too busy, ended the run; then there is no fault
};

enum class Reports {
  kFirst,  ///< the first report ends the program
  kAll,    ///< the program goes on after a report of ThreadSanitizer's, and reports each pair of places once
};

[[nodiscard]] Result<SanitizerCaseResult> run_sanitizer_case(const Context& context, const SanitizerCase& test,
                                                             Reports reports);

}  // namespace lockstep::checks
