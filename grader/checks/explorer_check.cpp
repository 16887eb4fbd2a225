#include "checks/explorer_check.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstdint>

#include "checks/case_run.h"
#include "checks/case_verdict.h"
#include "checks/program.h"
#include "checks/source_place.h"
#include "checks/tests_check.h"

namespace lockstep::checks {
namespace {

constexpr std::uint64_t kLongestReplay = 64ULL << 20;  // each step is a line of text, and some 200 bytes of data

void ask_for_every_line(Verdict& verdict) {
  if (verdict.outcome != Outcome::kPass) return;
  for (const ExploredLines& lines : verdict.lines) {
    if (!leaves_lines(lines)) continue;
    verdict.outcome = Outcome::kInconclusive;
    verdict.fraction = 0;
    verdict.notes.push_back(fmt::format(
        "Nothing was found, but the schedules left lines of {}: {}. What happens there was not explored, and "
        "this check asks for every line.",
        lines.file, ranges_text(lines.never)));
  }
}

}  // namespace

Result<Replay> replay_case(const Context& context, const std::string& case_name, const std::string& schedule,
                           Steps steps) {
  const auto& settings = std::get<ExplorerCheck>(context.check.settings);
  const auto program = program_of(context, build::Flavour::kExplore, settings.program);
  if (const auto* refused = std::get_if<Verdict>(&program))
    return Replay{.trace = "", .finding = refused->findings.front()};
  std::map<std::string, std::string> environment{{"LOCKSTEP_EXPLORE_REPLAY", schedule}};
  if (steps == Steps::kAsData) environment["LOCKSTEP_EXPLORE_EVERY_STEP"] = "1";
  Check check = context.check;
  check.limits.output_bytes = std::max(check.limits.output_bytes, kLongestReplay);
  const Context roomy{.manifest = context.manifest,
                      .check = check,
                      .built = context.built,
                      .backend = context.backend,
                      .jobs = context.jobs,
                      .stop = context.stop,
                      .progress = context.progress,
                      .suspicions = context.suspicions,
                      .submitted = context.submitted};
  const auto run = run_case(roomy, std::get<std::filesystem::path>(program), case_name, environment);
  if (!run) return tl::unexpected(run.error());
  if (starved(*run)) return machine_error(fmt::format("{} {}", case_name, process::describe(run->run.exit)));
  if (!run->report.explored.refused.empty()) return input_error(run->report.explored.refused);
  return Replay{.trace = run->report.explored.trace,
                .steps = lab_steps(run->report.explored.every_step, context.manifest),
                .finding = fault_of(case_name, *run, context.manifest),
                .program = run->report.explored.program};
}

std::map<std::string, std::string> explorer_environment(const ExplorerCheck& settings, const std::string& case_name) {
  return {{"LOCKSTEP_EXPLORE_SCHEDULES", std::to_string(settings.budget_of(case_name))},
          {"LOCKSTEP_EXPLORE_MS", std::to_string(settings.time.count())}};
}

Result<Verdict> judge(const ExplorerCheck& settings, const Context& context) {
  const std::string lines = submitted_path_ends(context.manifest);
  const auto environment = [&](const std::string& name) {
    auto variables = explorer_environment(settings, name);
    variables["LOCKSTEP_EXPLORE_LINES"] = lines;
    return variables;
  };
  auto verdict = judge_cases(context, {.program = settings.program,
                                       .cases = settings.cases,
                                       .flavour = build::Flavour::kExplore,
                                       .environment_of = environment,
                                       .deterministic = settings.deterministic});
  if (verdict && settings.every_line) ask_for_every_line(*verdict);
  if (!verdict || !context.check.hidden) return verdict;
  for (Finding& finding : verdict->findings) {
    if (!finding.replay.empty()) finding.replay += " --hidden";
  }
  return verdict;
}

}  // namespace lockstep::checks
