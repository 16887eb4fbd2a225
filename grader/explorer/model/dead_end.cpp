#include "explorer/model/dead_end.h"

#include <string_view>

#include "explorer/model/describe.h"

namespace lockstep::explorer {
namespace {

/// Whom a blocked thread waits for, when that is known: the holder of a lock, or the thread that it joins.
ThreadId waited_for(State& state, ThreadId id) {
  const Thread& thread = state.thread(id);
  if (thread.joins >= 0) return thread.joins;
  const SyncObject* object = thread.waits_for;
  if (object == nullptr || object->kind == SyncObject::Kind::kCondition) return -1;
  if (object->owner >= 0) return object->owner;
  return object->readers.empty() ? -1 : object->readers.first();
}

/// A thread on a cycle of threads that wait for each other; -1 when there is none.
ThreadId on_cycle(State& state) {
  for (ThreadId start = 0; start < static_cast<ThreadId>(state.threads().size()); ++start) {
    if (state.thread(start).state != Thread::State::kAlive) continue;
    ThreadId at = start;
    for (std::size_t hops = 0; hops <= state.threads().size(); ++hops) {
      at = waited_for(state, at);
      if (at < 0 || state.thread(at).state != Thread::State::kAlive) break;
      if (at == start) return start;
    }
  }
  return -1;
}

std::string situation(State& state, ThreadId id) {
  const Thread& thread = state.thread(id);
  std::string text = describe(id);
  if (thread.joins >= 0) {
    text += " joins " + describe(thread.joins);
  } else if (thread.waits_for != nullptr) {
    const SyncObject& object = *thread.waits_for;
    text += object.kind == SyncObject::Kind::kCondition ? " waits on " : " waits for ";
    text += describe(state, object);
    if (object.owner >= 0) text += ", held by " + describe(object.owner) + " since " + mark(object.locked_at);
  } else {
    text += " waits";
  }
  return text + " at " + mark(state.next(id).place);
}

/// \param cycle_from  a thread on a cycle: only that one's members are named; -1 names all that wait
std::string situations(State& state, ThreadId cycle_from, std::vector<Place>& places) {
  std::string text;
  const auto add = [&](ThreadId id) {
    text += (text.empty() ? "" : "; ") + situation(state, id);
    const SyncObject* object = state.thread(id).waits_for;
    if (object != nullptr && object->last_notified_at != 0) {
      text += " (last notified at " + mark(object->last_notified_at) + ")";
    }
    places.push_back(state.next(id).place);
  };
  if (cycle_from >= 0) {
    ThreadId at = cycle_from;
    do {
      add(at);
      at = waited_for(state, at);
    } while (at != cycle_from);
    return text;
  }
  for (ThreadId id = 0; id < static_cast<ThreadId>(state.threads().size()); ++id) {
    if (state.thread(id).state == Thread::State::kAlive) add(id);
  }
  return text;
}

bool body_is_over(State& state) {
  const Thread& body = state.thread(0);
  return body.state != Thread::State::kAlive && !body.lets_others_go_on;
}

}  // namespace

ThreadId may_have_missed_its_call(State& state, const ThreadSet& except) {
  if (on_cycle(state) >= 0) return -1;
  for (ThreadId id = 0; id < static_cast<ThreadId>(state.threads().size()); ++id) {
    const Thread& thread = state.thread(id);
    if (thread.state != Thread::State::kAlive || thread.waits_for == nullptr || except.contains(id)) continue;
    if (thread.waits_for->kind == SyncObject::Kind::kWord) return id;
    if (thread.waits_for->kind == SyncObject::Kind::kCondition && thread.relocks->owner < 0) return id;
  }
  return -1;
}

RawFinding lost_wakeup(State& state, ThreadId id) {
  const SyncObject& object = *state.thread(id).waits_for;
  RawFinding finding{.kind = FindingKind::kLostWakeup,
                     .message = "Lost wake-up: " + situation(state, id),
                     .places = {state.next(id).place},
                     .address = 0};
  if (object.last_notified_at == 0 && object.kind == SyncObject::Kind::kWord) {
    finding.message +=
        ", and would go on if it were woken, but no notification has woken it. A thread that changes an atomic that "
        "others wait for must notify them after the change; a notification that finds no waiting thread is not stored.";
    return finding;
  }
  if (object.last_notified_at == 0) {
    finding.message +=
        ", and would go on if it were woken, but no thread has notified it. A thread that changes the condition that "
        "others wait for must notify them.";
    return finding;
  }
  finding.places.push_back(object.last_notified_at);
  finding.message +=
      ", and would go on if it were woken, but the last notification, at " + mark(object.last_notified_at) +
      (object.notified_nobody > 0
           ? ", came when no thread waited. A notification is not stored: a thread that comes later waits "
             "for ever."
           : ", went to another thread. It is not stored for a thread that comes later, and notify_one wakes any one "
             "of the waiting threads.");
  return finding;
}

RawFinding no_runnable_thread(State& state, bool have_looked) {
  RawFinding finding;
  if (const ThreadId start = on_cycle(state); start >= 0) {
    finding.kind = FindingKind::kDeadlock;
    finding.message = "Deadlock: " + situations(state, start, finding.places) +
                      ". Each waits for what the next one holds, so none ever goes on.";
  } else if (body_is_over(state)) {
    finding.kind = FindingKind::kThreadLeak;
    finding.message = "The test body returned, but a thread is still blocked, and stays so: " +
                      situations(state, -1, finding.places) + ". Join every thread before the body returns.";
  } else {
    finding.kind = FindingKind::kDeadlock;
    finding.message =
        "Deadlock: " + situations(state, -1, finding.places) + ". No thread is left that could end the wait.";
    if (have_looked) {
      finding.message +=
          " A notification would not help: a thread that is woken looks at what it waits for, and waits again. It "
          "never "
          "comes true, or the look leaves out the end of the work.";
    }
  }
  return finding;
}

RawFinding replay_diverged(State& state) {
  return {.kind = FindingKind::kNondeterminism,
          .message = "The same choices led to another place than before, at " +
                     mark(state.next(state.current()).place) +
                     ". The program depends on something besides the order of its threads: real time, an address, a "
                     "random number, a variable that keeps its value from one run to the next, or memory that was "
                     "never written.",
          .places = {state.next(state.current()).place},
          .address = 0};
}

namespace {

[[gnu::cold]] RawFinding ended_with_lock(State& state, ThreadId thread, const SyncObject& lock) {
  return {.kind = FindingKind::kLockMisuse,
          .message = describe(thread) + " ended while it held " + describe(state, lock) + ", locked at " +
                     mark(lock.locked_at) + ". No other thread can unlock it.",
          .places = {lock.locked_at},
          .address = 0};
}

[[gnu::cold]] RawFinding left_running(const State& state, ThreadId id) {
  const Place created_at = state.thread(id).created_at;
  return {.kind = FindingKind::kThreadLeak,
          .message = "The body returned while " + describe(id) + ", created at " + mark(created_at) +
                     ", still ran. Join it, or wait until it has ended; what it uses may be gone.",
          .places = {created_at, state.next(id).place},
          .address = 0};
}

}  // namespace

std::optional<RawFinding> wrong_at_the_end(State& state, ThreadId thread) {
  const SyncObject* held = nullptr;
  state.sync().for_each([&](const SyncObject& object) {
    if (object.owner == thread && object.kind == SyncObject::Kind::kMutex && held == nullptr) held = &object;
  });
  if (held != nullptr) return ended_with_lock(state, thread, *held);
  if (thread != 0 || state.thread(0).lets_others_go_on) return std::nullopt;
  for (ThreadId id = 1; id < static_cast<ThreadId>(state.threads().size()); ++id) {
    const Thread& left = state.thread(id);
    if (left.state == Thread::State::kAlive && !left.leaving) return left_running(state, id);
  }
  return std::nullopt;
}

}  // namespace lockstep::explorer
