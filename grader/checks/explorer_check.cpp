#include "checks/explorer_check.h"

#include "checks/tests_check.h"

namespace lockstep::checks {

std::map<std::string, std::string> replay_environment(const std::string& schedule) {
  return {{"LOCKSTEP_EXPLORE_REPLAY", schedule}};
}

Result<Verdict> judge_explorer(const Context& context) {
  const auto& settings = std::get<ExplorerCheck>(context.check.settings);
  return judge_cases(context, {.program = settings.program,
                               .cases = settings.cases,
                               .flavour = build::Flavour::kExplore,
                               .environment = {{"LOCKSTEP_EXPLORE_SCHEDULES", std::to_string(settings.schedules)},
                                               {"LOCKSTEP_EXPLORE_MS", std::to_string(settings.time.count())}}});
}

}  // namespace lockstep::checks
