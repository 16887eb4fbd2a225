#include "cli/reports.h"

#include <fmt/core.h>

#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <fstream>
#include <system_error>
#include <utility>
#include <vector>

#include "cli/path_from_here.h"
#include "os/file.h"
#include "report/formats.h"
#include "score/score.h"

namespace lockstep::cli {
namespace {

bool inside_github_actions() {
  const char* actions = std::getenv("GITHUB_ACTIONS");
  return actions != nullptr && std::string_view(actions) == "true";
}

/// Writes a report to its destination, if it is wanted there.
struct Write {
  const report::GradeReport& grade;
  const report::Format& format;
  const RequestedReports& requested;

  Result<void> operator()(const report::OptionFile&) const {
    const auto file = requested.file(format.name);
    if (!file) return {};
    if (*file != "-") return os::write_file(*file, format.write(grade));
    fmt::print("{}", format.write(grade));
    return {};
  }
  Result<void> operator()(report::WorkflowLog) const {
    if (inside_github_actions()) fmt::print("{}", format.write(grade));
    return {};
  }
  Result<void> operator()(const report::WorkflowFile& to) const {
    const char* const name = std::getenv(std::string(to.variable).c_str());
    if (!inside_github_actions() || name == nullptr) return {};
    std::ofstream file(name, std::ios::app);
    file << format.write(grade);
    if (!file.flush()) return machine_error(fmt::format("cannot write the report {} to {}", format.name, name));
    return {};
  }
};

}  // namespace

void RequestedReports::declare(Arguments& arguments) {
  for (const report::Format& format : report::formats()) {
    if (const auto* file = std::get_if<report::OptionFile>(&format.destination)) {
      arguments.option(std::string(file->option), files_[std::string(format.name)], std::string(file->help));
    }
  }
}

bool RequestedReports::any() const {
  return std::any_of(files_.begin(), files_.end(), [](const auto& each) { return each.second.has_value(); });
}

std::optional<std::filesystem::path> RequestedReports::file(std::string_view format) const {
  const auto found = files_.find(format);
  return found == files_.end() ? std::nullopt : found->second;
}

int RequestedReports::on_standard_output() const {
  return static_cast<int>(
      std::count_if(files_.begin(), files_.end(), [](const auto& each) { return each.second == "-"; }));
}

Result<void> keep_raw_reports(const std::filesystem::path& dir, std::span<const Check> checks,
                              std::span<Verdict> verdicts) {
  assert(checks.size() == verdicts.size());
  std::error_code failed;
  std::filesystem::remove_all(dir, failed);
  for (std::size_t i = 0; i < checks.size(); ++i) {
    int number = 0;
    for (const Finding& finding : verdicts[i].findings) {
      if (finding.raw.empty()) continue;
      std::filesystem::create_directories(dir, failed);
      const auto file = dir / fmt::format("{}-{}.txt", checks[i].id, ++number);
      if (auto written = os::write_file(file, finding.raw); !written) return written;
    }
    if (number > 0) {
      const auto files = path_from_here(dir) / fmt::format("{}-*.txt", checks[i].id);
      verdicts[i].notes.push_back(fmt::format("The tool's own report, whole: {}", files.string()));
    }
  }
  return {};
}

Result<void> write_reports(const report::GradeReport& grade, const RequestedReports& requested) {
  for (const report::Format& format : report::formats()) {
    auto written = std::visit(Write{.grade = grade, .format = format, .requested = requested}, format.destination);
    if (!written) return written;
  }
  return {};
}

Result<void> write_unfinished(const Manifest& manifest, std::span<const Verdict> judged, const report::Machine& machine,
                              const RequestedReports& requested) {
  assert(judged.size() <= manifest.checks.size());
  for (const report::Format& format : report::formats()) {
    const auto file = requested.file(format.name);
    if (!format.grows || !file || *file == "-") continue;
    std::vector<Verdict> verdicts(judged.begin(), judged.end());
    Verdict unjudged;
    unjudged.outcome = Outcome::kInconclusive;
    verdicts.resize(manifest.checks.size(), unjudged);
    const report::GradeReport so_far{.lab = manifest.name,
                                     .title = manifest.title,
                                     .score = score(manifest, std::move(verdicts)),
                                     .machine = machine,
                                     .kit = LOCKSTEP_VERSION,
                                     .ended = false};
    if (auto written = os::write_file(*file, format.write(so_far)); !written) return written;
  }
  return {};
}

}  // namespace lockstep::cli
