#include "checks/means/means_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "checks/program.h"
#include "checks/source_place.h"

namespace lockstep::checks {
namespace {

bool is_one_of(const std::string& name, const std::vector<std::string>& means) {
  return std::any_of(means.begin(), means.end(), [&](const std::string& mean) {
    return name == mean || (name.starts_with(mean) && name.compare(mean.size(), 2, "::") == 0);
  });
}

/// The first use of any of a rule's means in its files.
const Use* find_use(const MeansRule& rule, std::span<const Use> uses) {
  const auto found = std::find_if(uses.begin(), uses.end(), [&](const Use& use) {
    const bool in_file = rule.in.empty() || std::find(rule.in.begin(), rule.in.end(), use.file) != rule.in.end();
    return in_file && is_one_of(use.name, rule.means);
  });
  return found == uses.end() ? nullptr : &*found;
}

Finding finding(std::string message) {
  Finding finding;
  finding.kind = FindingKind::kMeans;
  finding.message = std::move(message);
  return finding;
}

Finding missing(const MeansRule& rule) {
  const std::string where = rule.in.empty() ? "Your code" : fmt::format("{}", fmt::join(rule.in, ", "));
  return finding(fmt::format("{} uses no {}, as this task asks. {}", where, fmt::join(rule.means, " or "), rule.use));
}

Finding out_of_place(const MeansRule& rule, const Use& use) {
  Finding result = finding(fmt::format("Your code uses {}, which this task forbids. {}", use.name, rule.use));
  result.file = use.file;
  result.line = use.line;
  return result;
}

std::set<std::string> programs_of(const Manifest& manifest) {
  std::set<std::string> programs;
  for (const Check& check : manifest.checks) {
    const auto program = program_of_cases(check);
    if (!program.empty() && !check.hidden) programs.emplace(program);
  }
  return programs;
}

}  // namespace

Verdict judge_uses(const MeansCheck& rules, std::span<const Use> uses) {
  Verdict verdict;
  for (const MeansRule& rule : rules.forbidden) {
    if (const Use* use = find_use(rule, uses)) verdict.findings.push_back(out_of_place(rule, *use));
  }
  for (const MeansRule& rule : rules.required) {
    if (find_use(rule, uses) == nullptr) verdict.findings.push_back(missing(rule));
  }
  verdict.outcome = verdict.findings.empty() ? Outcome::kPass : Outcome::kFail;
  verdict.fraction = verdict.findings.empty() ? 1 : 0;
  return verdict;
}

Result<Verdict> judge_means(const Context& context) {
  const auto file_of = [&](std::string_view path) -> std::optional<std::string> {
    const auto file = lab_file(path, context.manifest);
    return file && is_submitted(*file, context.manifest) ? file : std::nullopt;
  };
  std::set<Use> uses;
  for (const std::string& name : programs_of(context.manifest)) {
    const auto program = program_of(context, build::Flavour::kExplore, name);
    if (const auto* refused = std::get_if<Verdict>(&program)) return *refused;
    for (Use& use : uses_in(std::get<std::filesystem::path>(program), file_of)) uses.insert(std::move(use));
  }
  const std::vector<Use> all(std::make_move_iterator(uses.begin()), std::make_move_iterator(uses.end()));
  return judge_uses(std::get<MeansCheck>(context.check.settings), all);
}

}  // namespace lockstep::checks
