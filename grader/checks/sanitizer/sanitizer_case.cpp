#include "checks/sanitizer/sanitizer_case.h"

#include <map>

#include "checks/case_run.h"
#include "checks/case_verdict.h"
#include "checks/sanitizer/sanitizer_finding.h"
#include "checks/sanitizer/sanitizer_report.h"
#include "process/run.h"

namespace lockstep::checks {
namespace {

std::map<std::string, std::string> options_for(Reports reports) {
  if (reports == Reports::kFirst) return {};
  // What the guard sets by default, and the environment overrides. Addresses may repeat: two races at one address are
  // two reports. The exit code is the tests' own.
  return {{"TSAN_OPTIONS", "halt_on_error=0:suppress_equal_addresses=0:exitcode=0"}};
}

}  // namespace

Result<SanitizerCaseResult> run_sanitizer_case(const Context& context, const SanitizerCase& test, Reports reports) {
  return run_case(context, test.program, test.name, options_for(reports)).map([&](const CaseRun& run) {
    SanitizerCaseResult result;
    for (const SanitizerReport& report : read_sanitizer_reports(run.sanitizer_text)) {
      result.reported.push_back(distil(report, test.name, context.manifest, run.sanitizer_text));
      if (reports == Reports::kFirst) break;
    }
    if (starved(run)) {
      result.starved = process::describe(run.run.exit);
    } else if (result.reported.empty() || reports == Reports::kAll) {
      result.fault = fault_of(test.name, run, context.manifest);
    }
    return result;
  });
}

}  // namespace lockstep::checks
