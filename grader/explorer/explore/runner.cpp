#include "explorer/explore/runner.h"

#include <utility>

#include "explorer/interpose/free_quarantine.h"
#include "explorer/interpose/statics.h"

namespace lockstep::explorer {
namespace {

bool is_dead_end(FindingKind kind) { return kind == FindingKind::kDeadlock || kind == FindingKind::kLostWakeup; }

}  // namespace

std::optional<RawFinding> Runner::run(Strategy& strategy, const Rules& rules, std::vector<Step>* trace) {
  program_.before();
  Outcome outcome = engine().run(program_.body, strategy, rules, trace);
  ++schedules_;
  if (outcome.cut) ++cut_;
  undo_static_locals(!outcome.finding && !outcome.cut);
  give_back_all();
  auto judged = program_.judge();
  if (judged && outcome.finding && is_dead_end(outcome.finding->kind)) {
    // The expectation failed first, and what hangs then may only be its consequence.
    judged->message += "\nAnd then: " + outcome.finding->message;
    return judged;
  }
  return outcome.finding ? std::move(outcome.finding) : std::move(judged);
}

}  // namespace lockstep::explorer
