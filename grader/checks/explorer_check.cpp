#include "checks/explorer_check.h"

#include <fmt/core.h>

#include "checks/case_run.h"
#include "checks/case_verdict.h"
#include "checks/program.h"
#include "checks/tests_check.h"

namespace lockstep::checks {

Result<Replay> replay_case(const Context& context, const std::string& case_name, const std::string& schedule) {
  const auto& settings = std::get<ExplorerCheck>(context.check.settings);
  const auto program = program_of(context, build::Flavour::kExplore, settings.program);
  if (const auto* refused = std::get_if<Verdict>(&program))
    return Replay{.trace = "", .finding = refused->findings.front()};
  const auto run =
      run_case(context, std::get<std::filesystem::path>(program), case_name, {{"LOCKSTEP_EXPLORE_REPLAY", schedule}});
  if (!run) return tl::unexpected(run.error());
  if (starved(*run)) return machine_error(fmt::format("{} {}", case_name, process::describe(run->run.exit)));
  if (!run->report.explored.refused.empty()) return input_error(run->report.explored.refused);
  return Replay{.trace = run->report.explored.trace,
                .finding = fault_of(case_name, *run, context.manifest),
                .program = run->report.explored.program};
}

std::map<std::string, std::string> explorer_environment(const ExplorerCheck& settings, const std::string& case_name) {
  return {{"LOCKSTEP_EXPLORE_SCHEDULES", std::to_string(settings.budget_of(case_name))},
          {"LOCKSTEP_EXPLORE_MS", std::to_string(settings.time.count())}};
}

Result<Verdict> judge(const ExplorerCheck& settings, const Context& context) {
  auto verdict = judge_cases(
      context, {.program = settings.program,
                .cases = settings.cases,
                .flavour = build::Flavour::kExplore,
                .environment_of = [&](const std::string& name) { return explorer_environment(settings, name); },
                .deterministic = settings.deterministic});
  if (!verdict || !context.check.hidden) return verdict;
  for (Finding& finding : verdict->findings) {
    if (!finding.replay.empty()) finding.replay += " --hidden";
  }
  return verdict;
}

}  // namespace lockstep::checks
