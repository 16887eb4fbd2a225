#include "cli/reports.h"

#include <fmt/core.h>

#include <cstdlib>
#include <fstream>
#include <system_error>

#include "cli/path_from_here.h"
#include "os/file.h"
#include "report/annotations.h"
#include "report/step_summary.h"

namespace lockstep::cli {
Result<void> keep_raw_reports(const std::filesystem::path& dir, report::GradeReport& grade) {
  std::error_code failed;
  std::filesystem::remove_all(dir, failed);
  for (CheckScore& check : grade.score.checks) {
    int number = 0;
    for (const Finding& finding : check.verdict.findings) {
      if (finding.raw.empty()) continue;
      std::filesystem::create_directories(dir, failed);
      const auto file = dir / fmt::format("{}-{}.txt", check.id, ++number);
      if (auto written = os::write_file(file, finding.raw); !written) return written;
    }
    if (number > 0) {
      const auto files = path_from_here(dir) / fmt::format("{}-*.txt", check.id);
      check.verdict.notes.push_back(fmt::format("The tool's own report, whole: {}", files.string()));
    }
  }
  return {};
}

Result<void> tell_workflow(const report::GradeReport& grade) {
  const char* actions = std::getenv("GITHUB_ACTIONS");
  if (actions == nullptr || std::string_view(actions) != "true") return {};
  fmt::print("{}", report::annotations(grade));
  const char* summary_file = std::getenv("GITHUB_STEP_SUMMARY");
  if (summary_file == nullptr) return {};
  std::ofstream summary(summary_file, std::ios::app);
  summary << report::step_summary(grade);
  if (!summary.flush()) return machine_error(fmt::format("cannot write the step summary to {}", summary_file));
  return {};
}

}  // namespace lockstep::cli
