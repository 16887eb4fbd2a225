#include "cli/verify_matrix.h"

#include <fmt/format.h>

#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "build/submitted.h"
#include "cli/grading.h"
#include "cli/kept_result.h"
#include "cli/kill_matrix.h"

namespace lockstep::cli {
namespace {

/// Where the row of a mutant is kept.
KeptResult kept_row(const CommandContext& here, const Manifest& manifest, const Subject& mutant,
                    const std::string& lab_state) {
  std::string state = lab_state;
  if (const auto files = build::submitted_files(manifest, mutant.submission)) {
    for (const auto& [name, text] : *files) state += text;
  }
  return {here.kit.build_dir / "matrix" / manifest.name / (mutant.name + ".json"), state};
}

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
    if (subject.mutant->finding == FindingKind::kBuild) {
      fmt::print("  - {}: must not compile, so that no case can fail it\n", subject.name);
      continue;
    }
    const KeptResult kept = kept_row(here, manifest, subject, lab_state);
    if (const auto json = kept.read()) {
      MatrixRow row = row_from(*json);
      print(row, true);
      matrix.rows.push_back(std::move(row));
      continue;
    }
    auto row = judge(here, manifest, subject);
    if (!row) return tl::unexpected(row.error());
    if (auto written = kept.write(to_json(*row)); !written) return tl::unexpected(written.error());
    print(*row, false);
    matrix.rows.push_back(std::move(*row));
  }
  fmt::print("\n{}", text_of(matrix));
  return uncovered(matrix).empty() && matrix.unnamed.empty();
}

}  // namespace lockstep::cli
