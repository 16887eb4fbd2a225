#include "twin/compare.h"

#include <algorithm>
#include <chrono>
#include <iterator>

#include "explorer/explore/exploration.h"
#include "twin/explored.h"

namespace lockstep::explorer::twin {
namespace {

Exploration explore(const Program& program, const CompareOptions& options, std::set<Ending>& seen) {
  Ending ending;
  ending.reserve(kMostThreads * kMostOps + kWords);
  const explorer::Program explored{.body = [&] { run_program(program, ending); },
                                   .before = [&] { ending.clear(); },
                                   .judge = [&]() -> std::optional<RawFinding> {
                                     if (!ending.empty()) seen.insert(ending);
                                     return std::nullopt;
                                   }};
  return explore_program(explored, {.strategy = Strategy::kExhaustive,
                                    .schedules = options.schedules,
                                    .time = std::chrono::hours(1),
                                    .busy_machine = options.model.busy_machine});
}

std::set<Ending> without(const std::set<Ending>& endings, const std::set<Ending>& others) {
  std::set<Ending> left;
  std::set_difference(endings.begin(), endings.end(), others.begin(), others.end(), std::inserter(left, left.end()));
  return left;
}

/// Whether the model knows of what was found.
bool is_reachable(FindingKind kind, const Reachable& model) {
  // A thread that waits for ever while another one goes round a loop is found by the wait or by the loop.
  if (kind == FindingKind::kDeadlock || kind == FindingKind::kLostWakeup) return model.hangs();
  return kind == FindingKind::kLivelock && model.livelock;
}

std::string text(const Program& program, const Ending& ending) {
  std::string all;
  std::size_t next = 0;
  for (std::size_t thread = 0; thread < program.threads.size(); ++thread) {
    for (std::size_t op = 0; op < program.threads[thread].size(); ++op) {
      all += " " + register_name(thread, op) + "=" + std::to_string(ending[next++]);
    }
  }
  for (const char* word : {" x=", " y=", " z="}) all += word + std::to_string(ending[next++]);
  return all;
}

std::string list(const Program& program, const char* what, const std::set<Ending>& endings) {
  std::string all;
  for (const Ending& ending : endings) all += std::string("  ") + what + ":" + text(program, ending) + "\n";
  return all;
}

}  // namespace

std::optional<Comparison> compare(const Program& program, const CompareOptions& options) {
  ModelOptions as_explored = options.model;
  as_explored.weak_may_fail = as_explored.weak_may_fail && kWeakIsKnown;
  auto model = reachable(program, as_explored);
  if (!model) return std::nullopt;
  Comparison result{.model = std::move(*model)};
  result.explored = explore(program, options, result.seen);
  const bool all = result.explored.ended == Exploration::Ended::kExhausted;
  if (all) result.missed = without(result.model.endings, result.seen);
  result.invented = without(result.seen, result.model.endings);
  result.finding_missed = all && result.model.hangs();
  result.finding_invented = result.explored.finding && !is_reachable(result.explored.finding->kind, result.model);
  return result;
}

std::string text(const Program& program, const Comparison& comparison) {
  std::string all = list(program, "missed", comparison.missed) + list(program, "invented", comparison.invented);
  if (comparison.finding_missed) {
    all += std::string("  finding missed: ") + (comparison.model.stuck ? "threads are stuck" : "livelock") + "\n";
  }
  if (comparison.finding_invented) all += "  finding invented: " + comparison.explored.finding->message + "\n";
  return all + "  the explorer: " + comparison.explored.guarantee + ", " + std::to_string(comparison.seen.size()) +
         " endings; the model: " + std::to_string(comparison.model.states) + " states, " +
         std::to_string(comparison.model.endings.size()) + " endings\n";
}

}  // namespace lockstep::explorer::twin
