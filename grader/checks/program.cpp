#include "checks/program.h"

#include <algorithm>

namespace lockstep::checks {
namespace {

Verdict does_not_build(const build::BuildFailure& failure) {
  if (failure.starved) return starved_build(failure);
  Verdict verdict;
  verdict.outcome = Outcome::kFail;
  Finding finding;
  finding.kind = FindingKind::kBuild;
  finding.message = failure.text;
  finding.file = failure.file;
  finding.line = failure.line;
  verdict.findings.push_back(std::move(finding));
  return verdict;
}

bool is_hidden(const Manifest& manifest, std::string_view target) {
  return std::any_of(manifest.checks.begin(), manifest.checks.end(),
                     [&](const Check& check) { return check.hidden && program_of_cases(check) == target; });
}

}  // namespace

Verdict starved_build(const build::BuildFailure& failure) {
  Verdict verdict;
  verdict.outcome = Outcome::kInconclusive;
  verdict.notes.push_back(failure.text);
  return verdict;
}

std::variant<std::filesystem::path, Verdict> program_of(const Context& context, build::Flavour flavour,
                                                        const std::string& target) {
  const build::Built& built = context.built.at(flavour);
  if (const auto* failure = std::get_if<build::BuildFailure>(&built)) return does_not_build(*failure);
  const auto& programs = std::get<build::Programs>(built);
  if (!is_hidden(context.manifest, target)) return programs.dir / target;
  if (programs.hidden_failure) return does_not_build(*programs.hidden_failure);
  return programs.hidden_dir / target;
}

std::vector<std::string> cases_of_program(const Manifest& manifest, const std::string& target) {
  std::vector<std::string> names;
  for (const Check& check : manifest.checks) {
    if (program_of_cases(check) != target) continue;
    for (const TestCase& test : own_cases(check)) {
      if (std::find(names.begin(), names.end(), test.name) == names.end()) names.push_back(test.name);
    }
  }
  return names;
}

}  // namespace lockstep::checks
