#include "report/source_path.h"

#include <filesystem>

namespace lockstep::report {

std::string source_path(const GradeReport& report, const Finding& finding) {
  if (finding.file.empty()) return {};
  const auto dir = std::filesystem::path(report.dir.empty() ? "labs/" + report.lab : report.dir);
  const auto path = (dir / finding.file).lexically_normal();
  // A learner's #line can name any file.
  if (path.is_absolute() || *path.begin() == "..") return {};
  return path.generic_string();
}

}  // namespace lockstep::report
