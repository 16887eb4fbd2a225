#include "cli/subjects.h"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>
#include <utility>

#include "build/submitted.h"
#include "cli/named_cases.h"
#include "manifest/spelling.h"

namespace lockstep::cli {
namespace {

std::vector<std::filesystem::path> folders_in(const std::filesystem::path& dir) {
  std::vector<std::filesystem::path> folders;
  std::error_code failed;
  for (const auto& entry : std::filesystem::directory_iterator(dir, failed)) {
    if (entry.is_directory()) folders.push_back(entry.path());
  }
  std::sort(folders.begin(), folders.end());
  return folders;
}

std::filesystem::path base_dir(const std::filesystem::path& solution, const Mutant& mutant) {
  return mutant.base == "solution" ? solution : solution / mutant.base;
}

/// The mutant in a folder. Its patch is tried, so that whatever is wrong with it is said before anything is built.
Result<Subject> mutant_in(const std::filesystem::path& solution, const std::filesystem::path& dir,
                          const Manifest& manifest) {
  auto mutant = read_mutant(dir, manifest);
  if (!mutant) return tl::unexpected(mutant.error());
  build::Submission submission{.dirs = {dir, base_dir(solution, *mutant), solution}, .change = mutant->change};
  if (const auto files = build::submitted_files(manifest, submission); !files) return tl::unexpected(files.error());
  return Subject{
      .role = Role::kMutant, .name = dir.filename(), .submission = std::move(submission), .mutant = std::move(*mutant)};
}

/// What was found first, or else the first note.
std::string first_message(const Verdict& verdict) {
  if (!verdict.findings.empty()) return ": " + verdict.findings.front().message;
  return verdict.notes.empty() ? "" : ": " + verdict.notes.front();
}

std::vector<std::string_view> cases_with(Outcome outcome, const Verdict& verdict) {
  std::vector<std::string_view> names;
  for (const CaseVerdict& test : verdict.cases) {
    if (test.verdict == outcome) names.emplace_back(test.name);
  }
  return names;
}

/// "; A.One, A.Two pass", where some case does
std::string passing_cases(const Verdict& verdict) {
  const auto passing = cases_with(Outcome::kPass, verdict);
  if (passing.empty()) return {};
  return fmt::format("; {} {}", fmt::join(passing, ", "), passing.size() == 1 ? "passes" : "pass");
}

std::string wrong_with_correct(std::span<const Check> checks, std::span<const Verdict> verdicts) {
  for (std::size_t i = 0; i < checks.size(); ++i) {
    if (verdicts[i].outcome != Outcome::kPass) {
      return fmt::format("{}: {}{}", checks[i].id, name(verdicts[i].outcome), first_message(verdicts[i]));
    }
  }
  return {};
}

std::string wrong_with_skeleton(std::span<const Check> checks, std::span<const Verdict> verdicts) {
  for (std::size_t i = 0; i < checks.size(); ++i) {
    if (checks[i].points == 0) continue;
    const Verdict& verdict = verdicts[i];
    if (verdict.outcome != Outcome::kFail || verdict.fraction > 0) {
      return fmt::format("{}: {} with {:.0f} % of the points, must be fail with none{}{}", checks[i].id,
                         name(verdict.outcome), verdict.fraction * 100, passing_cases(verdict), first_message(verdict));
    }
  }
  return {};
}

std::string wrong_with_mutant(const Mutant& mutant, const Verdict& verdict) {
  if (verdict.outcome != Outcome::kFail) {
    return fmt::format("survived: {} says {}{}", mutant.check, name(verdict.outcome), first_message(verdict));
  }
  const bool kind_found = std::any_of(verdict.findings.begin(), verdict.findings.end(),
                                      [&](const Finding& finding) { return finding.kind == mutant.finding; });
  if (!kind_found) {
    return fmt::format("{} failed it without a finding of kind {}{}", mutant.check, name(mutant.finding),
                       first_message(verdict));
  }
  if (!mutant.test_case) return {};
  const auto failed = cases_with(Outcome::kFail, verdict);
  if (std::find(failed.begin(), failed.end(), *mutant.test_case) != failed.end()) return {};
  return fmt::format("{} failed it, but not in case {}: in {}", mutant.check, *mutant.test_case,
                     failed.empty() ? "none" : fmt::format("{}", fmt::join(failed, ", ")));
}

}  // namespace

std::string_view name(Role role) {
  switch (role) {
    case Role::kSkeleton:
      return "skeleton";
    case Role::kSolution:
      return "solution";
    case Role::kVariant:
      return "variant";
    case Role::kMutant:
      return "mutant";
  }
  return {};
}

Result<Subject> mutant_of(const std::filesystem::path& root, const Manifest& manifest, const std::string& name) {
  const auto solution = root / "solutions" / manifest.name;
  std::vector<std::string> names;
  for (const auto& dir : folders_in(solution / "mutants")) {
    if (dir.filename() == name) return mutant_in(solution, dir, manifest);
    names.push_back(dir.filename());
  }
  return input_error(fmt::format("{} has no mutant {}{}; it has: {}", manifest.name, name,
                                 manifest::suggestion(name, names), fmt::join(names, ", ")));
}

Result<std::vector<Subject>> subjects_of(const std::filesystem::path& root, const Manifest& manifest) {
  const auto solution = root / "solutions" / manifest.name;
  std::vector<Subject> subjects{
      {.role = Role::kSkeleton, .name = "skeleton", .submission = {{manifest.dir}}, .mutant = {}},
      {.role = Role::kSolution, .name = "solution", .submission = {{solution}}, .mutant = {}},
  };
  for (const auto& dir : folders_in(solution / "variants")) {
    if (const auto variant = read_variant(dir, manifest); !variant) return tl::unexpected(variant.error());
    subjects.push_back({.role = Role::kVariant, .name = dir.filename(), .submission = {{dir, solution}}, .mutant = {}});
  }
  std::vector<std::string> mistakes;  // after a change of the solution, several patches may be out of date
  for (const auto& dir : folders_in(solution / "mutants")) {
    auto mutant = mutant_in(solution, dir, manifest);
    if (!mutant && mutant.error().fault == Fault::kMachine) return tl::unexpected(mutant.error());
    if (mutant) {
      subjects.push_back(std::move(*mutant));
    } else {
      mistakes.push_back(mutant.error().message);
    }
  }
  if (!mistakes.empty()) return input_error(fmt::format("{}", fmt::join(mistakes, "\n")));
  return subjects;
}

std::vector<Check> checks_for(const Subject& subject, const Manifest& manifest) {
  if (!subject.mutant) return manifest.checks;
  std::vector<Check> checks;
  std::copy_if(manifest.checks.begin(), manifest.checks.end(), std::back_inserter(checks),
               [&](const Check& check) { return check.id == subject.mutant->check; });
  return checks;
}

std::vector<Check> checks_again(const Subject& subject, std::vector<Check> checks) {
  if (!subject.mutant || !subject.mutant->test_case) return checks;
  for (Check& check : checks) check = narrowed(check, {*subject.mutant->test_case});
  return checks;
}

std::string wrong_with(const Subject& subject, std::span<const Check> checks, std::span<const Verdict> verdicts) {
  switch (subject.role) {
    case Role::kSkeleton:
      return wrong_with_skeleton(checks, verdicts);
    case Role::kSolution:
    case Role::kVariant:
      return wrong_with_correct(checks, verdicts);
    case Role::kMutant:
      return wrong_with_mutant(*subject.mutant, verdicts.front());
  }
  return {};
}

}  // namespace lockstep::cli
