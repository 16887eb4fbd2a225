#include "checks/api_rules/api_rules_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "checks/program.h"
#include "checks/source_place.h"

namespace lockstep::checks {
namespace {

bool is_one_of(const std::string& name, const std::vector<std::string>& apis) {
  return std::any_of(apis.begin(), apis.end(), [&](const std::string& api) {
    return name == api || (name.starts_with(api) && name.compare(api.size(), 2, "::") == 0);
  });
}

/// The first use of any of a rule's APIs in its files.
const Use* find_use(const ApiRule& rule, std::span<const Use> uses) {
  const auto found = std::find_if(uses.begin(), uses.end(), [&](const Use& use) {
    const bool in_file = rule.in.empty() || std::find(rule.in.begin(), rule.in.end(), use.file) != rule.in.end();
    return in_file && is_one_of(use.name, rule.apis);
  });
  return found == uses.end() ? nullptr : &*found;
}

Finding missing(const ApiRule& rule) {
  const std::string where = rule.in.empty() ? "Your code" : fmt::format("{}", fmt::join(rule.in, ", "));
  Finding finding;
  finding.kind = FindingKind::kMissingApi;
  finding.message =
      fmt::format("{} does not use {}, which this task requires. {}", where, fmt::join(rule.apis, " or "), rule.use);
  return finding;
}

Finding forbidden(const ApiRule& rule, const Use& use) {
  Finding finding;
  finding.kind = FindingKind::kForbiddenApi;
  finding.message = fmt::format("Uses a construct that this task forbids: {}. {}", use.name, rule.use);
  finding.file = use.file;
  finding.line = use.line;
  return finding;
}

std::set<std::string> all_programs(const Manifest& manifest) {
  std::set<std::string> programs;
  for (const Check& check : manifest.checks) {
    const auto program = program_of_cases(check);
    if (!program.empty() && !check.hidden) programs.emplace(program);
  }
  return programs;
}

}  // namespace

Verdict judge_uses(const ApiRulesCheck& rules, std::span<const Use> uses) {
  Verdict verdict;
  for (const ApiRule& rule : rules.forbidden) {
    if (const Use* use = find_use(rule, uses)) verdict.findings.push_back(forbidden(rule, *use));
  }
  for (const ApiRule& rule : rules.required) {
    if (find_use(rule, uses) == nullptr) verdict.findings.push_back(missing(rule));
  }
  verdict.outcome = verdict.findings.empty() ? Outcome::kPass : Outcome::kFail;
  verdict.fraction = verdict.findings.empty() ? 1 : 0;
  return verdict;
}

Result<Verdict> judge(const ApiRulesCheck& settings, const Context& context) {
  const auto file_of = [&](std::string_view path) -> std::optional<std::string> {
    const auto file = lab_file(path, context.manifest);
    return file && is_submitted(*file, context.manifest) ? file : std::nullopt;
  };
  std::set<Use> uses;
  for (const std::string& name : all_programs(context.manifest)) {
    const auto program = program_of(context, build::Flavour::kExplore, name);
    if (const auto* refused = std::get_if<Verdict>(&program)) return *refused;
    for (Use& use : uses_in(std::get<std::filesystem::path>(program), file_of)) uses.insert(std::move(use));
  }
  const std::vector<Use> all(std::make_move_iterator(uses.begin()), std::make_move_iterator(uses.end()));
  return judge_uses(settings, all);
}

}  // namespace lockstep::checks
