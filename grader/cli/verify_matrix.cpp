#include "cli/verify_matrix.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <system_error>
#include <vector>

#include "build/submitted.h"
#include "cli/grading.h"
#include "cli/kill_matrix.h"
#include "os/file.h"

namespace lockstep::cli {
namespace {

namespace fs = std::filesystem;

/// All files of a folder with their content, or with the time of their last change.
enum class By { kContent, kTime };

std::string state_of(const fs::path& dir, By by) {
  std::vector<std::string> files;
  std::error_code failed;
  for (auto entry = fs::recursive_directory_iterator(dir, failed); !failed && entry != fs::end(entry);
       entry.increment(failed)) {
    if (!entry->is_regular_file(failed)) continue;
    files.push_back(fmt::format("{}\n{}\n", entry->path().string(),
                                by == By::kContent
                                    ? os::read_file(entry->path()).value_or("")
                                    : std::to_string(entry->last_write_time(failed).time_since_epoch().count())));
  }
  std::sort(files.begin(), files.end());
  return fmt::format("{}", fmt::join(files, ""));
}

/// All that the row of any mutant of a lab depends on, besides the mutant itself.
std::string state_of(const CommandContext& here, const Manifest& manifest) {
  return here.kit.compiler + state_of(manifest.dir, By::kContent) +
         (manifest.hidden.empty() ? "" : state_of(manifest.hidden, By::kContent)) +
         state_of(here.kit.root / "grader", By::kTime);
}

/// The row of a mutant in a file, with a mark of what it was made from.
class KeptRow {
 public:
  KeptRow(const CommandContext& here, const Manifest& manifest, const Subject& mutant, const std::string& lab_state)
      : file_(here.kit.build_dir / "matrix" / manifest.name / (mutant.name + ".json")) {
    std::string state = lab_state;
    if (const auto files = build::submitted_files(manifest, mutant.submission)) {
      for (const auto& [name, text] : *files) state += text;
    }
    made_from_ = fmt::format("{:016x}", std::hash<std::string>{}(state));
  }

  [[nodiscard]] std::optional<MatrixRow> read() const {
    const auto json = nlohmann::json::parse(os::read_file(file_).value_or(""), nullptr, false);
    if (json.is_discarded() || json.value("made_from", "") != made_from_) return std::nullopt;
    return row_from(json);
  }

  [[nodiscard]] Result<void> write(const MatrixRow& row) const {
    nlohmann::json json = to_json(row);
    json["made_from"] = made_from_;
    return os::write_file(file_, json.dump(1) + "\n");
  }

 private:
  fs::path file_;
  std::string made_from_;
};

/// What kept a check from running any of its cases: the mutant was not built, or the machine failed.
Error no_case_ran(const Subject& mutant, const Check& check, const Verdict& verdict) {
  const std::string why = verdict.findings.empty() ? "" : ": " + verdict.findings.front().message;
  return {Fault::kMachine,
          fmt::format("mutant {}, check {}: no case was run{}\nOnce that is put right, the same command "
                      "goes on from here.",
                      mutant.name, check.id, why)};
}

Result<MatrixRow> judge(const CommandContext& here, const Manifest& manifest, const Subject& mutant) {
  const std::vector<Check> checks = checks_with_cases(manifest);
  const auto grading = Grading::prepare(here, manifest, mutant.submission, checks);
  if (!grading) return tl::unexpected(grading.error());
  std::vector<Verdict> verdicts;
  for (const Check& check : checks) {
    auto verdict = grading->judge(check);
    if (!verdict) return tl::unexpected(verdict.error());
    if (verdict->outcome == Outcome::kError || verdict->cases.empty()) {
      return tl::unexpected(no_case_ran(mutant, check, *verdict));
    }
    verdicts.push_back(std::move(*verdict));
  }
  return row_of(mutant, checks, verdicts);
}

void print(const MatrixRow& row, bool is_kept) {
  fmt::print("  {} {}{}\n", row.failed.empty() ? "✗" : "✓", row.mutant, is_kept ? " (as found before)" : "");
  for (const CheckedCase& each : row.failed) fmt::print("      {:<18} {}\n", each.check, each.name);
  std::fflush(stdout);
}

}  // namespace

Result<bool> verify_matrix(const CommandContext& here, const Manifest& manifest, std::span<const Subject> subjects) {
  KillMatrix matrix = empty_matrix(manifest, subjects);
  const std::string lab_state = state_of(here, manifest);
  fmt::print("{}\n", manifest.name);
  for (const Subject& subject : subjects) {
    if (subject.role != Role::kMutant) continue;
    const KeptRow kept(here, manifest, subject, lab_state);
    if (auto row = kept.read()) {
      print(*row, true);
      matrix.rows.push_back(std::move(*row));
      continue;
    }
    auto row = judge(here, manifest, subject);
    if (!row) return tl::unexpected(row.error());
    if (auto written = kept.write(*row); !written) return tl::unexpected(written.error());
    print(*row, false);
    matrix.rows.push_back(std::move(*row));
  }
  fmt::print("\n{}", text_of(matrix));
  return uncovered(matrix).empty() && matrix.unnamed.empty();
}

}  // namespace lockstep::cli
