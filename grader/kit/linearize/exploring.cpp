#include "linearize/exploring.h"

#include <utility>

#include "linearize/judge.h"
#include "linearize/table.h"

namespace lockstep::linearize {
namespace {

Judgement judgement(const Misbehaviour& misbehaviour, const Caller& where) {
  const bool waits = misbehaviour.kind == Misbehaviour::Kind::kStandsStill;
  return {.kind = waits ? FindingKind::kDeadlock : FindingKind::kAssertion,
          .message = misbehaviour.message,
          .source = {.file = where.file, .line = where.line, .function = ""}};
}

}  // namespace

ScenarioResult ScenarioExplorer::run(const Scenario& scenario, Waiting waiting, const ExploreOptions& options) const {
  const Layout layout(scenario, interface_);
  RunJudge judge(interface_, scenario, layout);
  Record record;
  std::optional<Record> wrong;
  ScenarioResult result;
  const auto body = [&] { linearize::run(interface_, scenario, layout, waiting, record); };
  const auto look = [&]() -> std::optional<Judgement> {
    result.fault_thrown |= record.fault_thrown;
    const auto misbehaviour = judge.judge(record);
    if (!misbehaviour) return std::nullopt;
    wrong = record;
    return judgement(*misbehaviour, where_);
  };
  result.exploration = explore_judged(body, look, options);
  if (auto& finding = result.exploration.finding) {
    const bool is_judged = finding->kind == FindingKind::kAssertion || finding->kind == FindingKind::kDeadlock;
    finding->message += "\nThe scenario:\n" + table(layout, scenario, is_judged && wrong ? &*wrong : nullptr);
    finding->replay = text(scenario, interface_) + "@" + finding->replay;
  }
  return result;
}

ScenarioResult ScenarioExplorer::explore(const Scenario& scenario, Waiting waiting, std::uint64_t schedules) const {
  ExploreOptions options = options_;
  options.schedules = schedules;
  options.reduce = false;
  return explore(scenario, waiting, options);
}

ScenarioResult ScenarioExplorer::explore(const Scenario& scenario, Waiting waiting, const ExploreOptions& given) const {
  ExploreOptions options = given;
  if (options.strategy == Strategy::kDefault) options.strategy = Strategy::kExhaustive;
  ScenarioResult result = run(scenario, waiting, options);
  if (options_.strategy != Strategy::kDefault || result.exploration.ended != Exploration::Ended::kBudget) return result;
  // Depth first, only the ends of the first schedules were changed: as many again, spread over all.
  options.strategy = Strategy::kPos;
  ScenarioResult spread = run(scenario, waiting, options);
  spread.fault_thrown |= result.fault_thrown;
  spread.exploration.schedules += result.exploration.schedules;
  if (!spread.exploration.finding) {
    spread.exploration.coverage = both(result.exploration.coverage, spread.exploration.coverage);
  }
  return spread;
}

Exploration ScenarioExplorer::explain(const Scenario& scenario, Waiting waiting, FindingKind kind,
                                      std::uint64_t schedules) const {
  ExploreOptions options = options_;
  options.schedules = schedules;
  options.strategy = Strategy::kExhaustive;
  constexpr int kMostSwitches = 3;
  for (int switches = 0; switches < kMostSwitches; ++switches) {
    options.preemption_bound = switches;
    ScenarioResult result = run(scenario, waiting, options);
    if (result.exploration.finding && result.exploration.finding->kind == kind) return std::move(result.exploration);
  }
  options = options_;
  options.schedules = schedules;
  return explore(scenario, waiting, options).exploration;
}

Exploration ScenarioExplorer::replay(const Scenario& scenario, Waiting waiting, const std::string& schedule) const {
  ExploreOptions options = options_;
  options.replay = schedule;
  return run(scenario, waiting, options).exploration;
}

}  // namespace lockstep::linearize
