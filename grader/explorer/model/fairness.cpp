#include "explorer/model/fairness.h"

namespace lockstep::explorer {

ThreadSet Fairness::allowed(const ThreadSet& enabled) const {
  const ThreadSet waiting = waiting_ & enabled;
  if (waiting.empty()) return enabled;
  ThreadSet allowed = enabled;
  for (const ThreadId thread : waiting) {
    if (!(at(behind_, thread) & enabled).empty()) allowed.erase(thread);
  }
  return allowed.empty() ? enabled : allowed;
}

void Fairness::deprioritise(ThreadId thread, const ThreadSet& enabled) {
  if (!waiting_.contains(thread)) {
    waiting_.insert(thread);
    at(behind_, thread) = at(ran_, thread) = {};
    at(continuously_enabled_, thread) = enabled;
  }
  at(behind_, thread) |= (at(continuously_enabled_, thread) & enabled) - at(ran_, thread) - only(thread);
  at(continuously_enabled_, thread) = enabled;
  at(ran_, thread) = {};
}

void Fairness::ran(ThreadId thread, const ThreadSet& enabled) {
  for (const ThreadId waiting : waiting_) {
    at(behind_, waiting).erase(thread);
    at(ran_, waiting).insert(thread);
    at(continuously_enabled_, waiting) &= enabled;
  }
}

}  // namespace lockstep::explorer
