#include "explorer/explore/runner.h"

#include <utility>

#include "explorer/interpose/kept_back.h"
#include "explorer/interpose/statics.h"

namespace lockstep::explorer {

std::optional<RawFinding> Runner::run(Strategy& strategy, const Rules& rules, std::vector<Step>* trace) {
  program_.before();
  Outcome outcome = engine().run(program_.body, strategy, rules, trace);
  ++schedules_;
  undo_static_locals(!outcome.finding && !outcome.cut);
  give_back_all();
  auto judged = program_.judge();
  return outcome.finding ? std::move(outcome.finding) : std::move(judged);
}

}  // namespace lockstep::explorer
