#include "explorer/explore/runner.h"

#include <utility>

#include "explorer/heap/schedule_memory.h"
#include "explorer/interpose/statics.h"

namespace lockstep::explorer {
namespace {

bool is_dead_end(FindingKind kind) { return kind == FindingKind::kDeadlock || kind == FindingKind::kLostWakeup; }

}  // namespace

std::optional<RawFinding> Runner::run(Strategy& strategy, const Rules& rules, std::vector<Step>* trace) {
  return run(strategy, rules, trace, true);
}

std::optional<RawFinding> Runner::repeat(Strategy& strategy, const Rules& rules) {
  const Tally before = tally_;
  auto finding = run(strategy, rules, nullptr, false);
  tally_ = before;
  return finding;
}

std::optional<RawFinding> Runner::run(Strategy& strategy, const Rules& rules, std::vector<Step>* trace, bool counts) {
  program_.before();
  Outcome outcome = engine().run(program_.body, strategy, rules, trace);
  // A system call, which takes as long as a third of a small schedule: such a thread is there at the beginning, or
  // stays.
  constexpr std::uint64_t kEach = 64;
  if (!outcome.finding && (tally_.schedules <= kEach || tally_.schedules % kEach == 0))
    outcome.finding = foreign_.found();
  ++tally_.schedules;
  if (outcome.cut) ++tally_.cut;
  tally_.unfair |= outcome.assumed.unfair;
  tally_.spurious |= outcome.assumed.spurious;
  tally_.timed |= outcome.assumed.timed;
  undo_static_locals(!outcome.finding && !outcome.cut);
  end_schedule_memory();
  auto judged = program_.judge();
  if (counts && !judged && !outcome.finding && !outcome.cut) program_.completed(engine().schedule());
  if (judged && outcome.finding && is_dead_end(outcome.finding->kind)) {
    // The expectation failed first, and what hangs then may only be its consequence.
    judged->message += "\nAnd then: " + outcome.finding->message;
    return judged;
  }
  return outcome.finding ? std::move(outcome.finding) : std::move(judged);
}

}  // namespace lockstep::explorer
