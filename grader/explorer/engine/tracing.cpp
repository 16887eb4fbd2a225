// What is written down of each step of a schedule that is replayed.

#include <algorithm>
#include <iterator>
#include <utility>

#include "explorer/engine/engine.h"
#include "explorer/model/describe.h"

namespace lockstep::explorer {
namespace {

/// Whether a step of this kind can neither take nor give back a lock.
bool leaves_locks_alone(OpKind kind) {
  return only_reads(kind) || kind == OpKind::kStore || kind == OpKind::kReadModifyWrite || kind == OpKind::kWrite;
}

std::vector<Holding> what_is_held(State& state) {
  std::vector<Holding> held;
  state.sync().for_each([&](const SyncObject& object) {
    if (object.address == nullptr || !object.is_lock()) return;
    if (object.owner >= 0) held.push_back({object.owner, describe(state, object)});
    for (const ThreadId reader : object.readers) held.push_back({reader, describe(state, object)});
  });
  return held;
}

std::string object_of(State& state, const Operation& operation) {
  const SyncObject* const object = operation.object == nullptr ? nullptr : state.sync().find(operation.object);
  return object == nullptr ? "" : describe(state, *object);
}

/// What a blocked thread waits for: the end of another one, or an object.
std::string awaited(State& state, const Thread& thread) {
  if (thread.joins >= 0) return describe(thread.joins);
  return thread.waits_for == nullptr ? "" : describe(state, *thread.waits_for);
}

}  // namespace

bool Engine::is_librarys(const Operation& operation) const {
  const bool atomic =
      operation.kind == OpKind::kLoad || operation.kind == OpKind::kStore || operation.kind == OpKind::kReadModifyWrite;
  return atomic && places_.in_stop_state != nullptr && places_.in_stop_state(own_stack());
}

void Engine::trace_step(const Operation& operation) {
  trace_what_is_held();
  waiting_.clear();
  trace_->push_back({.thread = current(),
                     .operation = operation,
                     .object = object_of(*this, operation),
                     .hidden = is_librarys(operation)});
}

/// For the latest step, which is complete.
void Engine::trace_what_is_held() {
  if (trace_->empty() || !trace_->back().held_then.empty()) return;
  Step& latest = trace_->back();
  if (trace_->size() > 1 && leaves_locks_alone(latest.operation.kind)) {
    latest.held_then = std::prev(trace_->end(), 2)->held_then;
  } else {
    latest.held_then = what_is_held(*this);
  }
}

/// Before any thread is woken for a look.
void Engine::trace_dead_end() {
  trace_what_is_held();
  waiting_.clear();
  for (const ThreadId id : alive()) {
    waiting_.push_back({.thread = id, .operation = next(id), .object = awaited(*this, thread(id)), .waits = true});
  }
}

void Engine::end_trace() {
  if (waiting_.empty()) return trace_what_is_held();
  if (!outcome_.finding || trace_->empty()) return;
  const std::vector<Holding> held = trace_->back().held_then;
  for (Step& step : waiting_) {
    step.held_then = held;
    trace_->push_back(std::move(step));
  }
}

}  // namespace lockstep::explorer
