#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "checks/verdict.h"
#include "cli/arguments.h"
#include "manifest/manifest.h"
#include "report/grade_report.h"
#include "result/result.h"

namespace lockstep::cli {

/// Which reports were asked for by option: for each name of a format the file, or "-" for standard output.
class RequestedReports {
 public:
  /// Adds an option for each format that has one.
  void declare(Arguments& arguments);

  [[nodiscard]] bool any() const;
  /// The file of a format; nothing when it was not asked for.
  [[nodiscard]] std::optional<std::filesystem::path> file(std::string_view format) const;
  /// How many were asked for on standard output.
  [[nodiscard]] int on_standard_output() const;

 private:
  std::map<std::string, std::optional<std::filesystem::path>, std::less<>> files_;
};

/// Keeps the tools' own reports: writes each finding's raw report into `dir` and adds a note to the verdict that says
/// where. What an earlier grading left there is removed: no other grading may use `dir` at the same time.
/// \param checks, verdicts  of the same length, in the same order
[[nodiscard]] Result<void> keep_raw_reports(const std::filesystem::path& dir, std::span<const Check> checks,
                                            std::span<Verdict> verdicts);

/// Writes the report in each format of the table whose time it is: asked for by option, or inside GitHub Actions.
/// \pre `grade.dir` says where the files lie in the repository, for the annotations' paths
[[nodiscard]] Result<void> write_reports(const report::GradeReport& grade, const RequestedReports& requested);

/// Writes the formats that grow, of those asked for as a file: the verdicts so far; the other checks are not judged.
/// \pre judged.size() <= manifest.checks.size(), in the same order
[[nodiscard]] Result<void> write_unfinished(const Manifest& manifest, std::span<const Verdict> judged,
                                            const report::Machine& machine, const RequestedReports& requested);

}  // namespace lockstep::cli
