#include "explorer/explore/runner.h"

#include <utility>

#include "explorer/heap/schedule_memory.h"
#include "explorer/interpose/statics.h"

namespace lockstep::explorer {
namespace {

bool is_dead_end(FindingKind kind) { return kind == FindingKind::kDeadlock || kind == FindingKind::kLostWakeup; }

}  // namespace

std::optional<RawFinding> Runner::run(Strategy& strategy, const Rules& rules, std::vector<Step>* trace) {
  program_.before();
  Outcome outcome = engine().run(program_.body, strategy, rules, trace);
  // A system call, which takes as long as a third of a small schedule: such a thread is there at the beginning, or
  // stays.
  constexpr std::uint64_t kEach = 64;
  if (!outcome.finding && (schedules_ <= kEach || schedules_ % kEach == 0)) outcome.finding = foreign_.found();
  ++schedules_;
  if (outcome.cut) ++cut_;
  unfair_ |= outcome.assumed.unfair;
  spurious_ |= outcome.assumed.spurious;
  timed_ |= outcome.assumed.timed;
  undo_static_locals(!outcome.finding && !outcome.cut);
  end_schedule_memory();
  auto judged = program_.judge();
  if (!judged && !outcome.finding && !outcome.cut) program_.completed(engine().schedule());
  if (judged && outcome.finding && is_dead_end(outcome.finding->kind)) {
    // The expectation failed first, and what hangs then may only be its consequence.
    judged->message += "\nAnd then: " + outcome.finding->message;
    return judged;
  }
  return outcome.finding ? std::move(outcome.finding) : std::move(judged);
}

}  // namespace lockstep::explorer
