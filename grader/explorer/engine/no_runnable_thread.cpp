#include "explorer/engine/no_runnable_thread.h"

#include <bit>
#include <string_view>

#include "explorer/engine/describe.h"

namespace lockstep::explorer {
namespace {

/// Whom a blocked thread waits for, when that is known: the holder of a lock, or the thread that it joins.
ThreadId waited_for(Engine& engine, ThreadId id) {
  const Thread& thread = engine.thread(id);
  if (thread.blockers != 0) return std::countr_zero(thread.blockers);
  const SyncObject* object = thread.waits_for;
  if (object == nullptr || object->kind == SyncObject::Kind::kCondition) return -1;
  if (object->owner >= 0) return object->owner;
  return object->readers != 0 ? std::countr_zero(object->readers) : -1;
}

/// A thread on a cycle of threads that wait for each other; -1 when there is none.
ThreadId on_cycle(Engine& engine) {
  for (ThreadId start = 0; start < static_cast<ThreadId>(engine.threads().size()); ++start) {
    if (engine.thread(start).state != Thread::State::kAlive) continue;
    ThreadId at = start;
    for (std::size_t hops = 0; hops <= engine.threads().size(); ++hops) {
      at = waited_for(engine, at);
      if (at < 0 || engine.thread(at).state != Thread::State::kAlive) break;
      if (at == start) return start;
    }
  }
  return -1;
}

std::string situation(Engine& engine, ThreadId id) {
  const Thread& thread = engine.thread(id);
  std::string text = describe(id);
  if (thread.blockers != 0) {
    text += " joins " + describe(std::countr_zero(thread.blockers));
  } else if (thread.waits_for != nullptr) {
    const SyncObject& object = *thread.waits_for;
    text += object.kind == SyncObject::Kind::kCondition ? " waits on " : " waits for ";
    text += describe(engine, object);
    if (object.owner >= 0) text += ", held by " + describe(object.owner) + " since " + mark(object.locked_at);
  } else {
    text += " waits";
  }
  return text + " at " + mark(engine.next(id).place);
}

/// \param cycle_from  a thread on a cycle: only that one's members are named; -1 names all that wait
std::string situations(Engine& engine, ThreadId cycle_from, std::vector<Place>& places) {
  std::string text;
  const auto add = [&](ThreadId id) {
    text += (text.empty() ? "" : "; ") + situation(engine, id);
    const SyncObject* object = engine.thread(id).waits_for;
    if (object != nullptr && object->last_notified_at != 0) {
      text += " (last notified at " + mark(object->last_notified_at) + ")";
    }
    places.push_back(engine.next(id).place);
  };
  if (cycle_from >= 0) {
    ThreadId at = cycle_from;
    do {
      add(at);
      at = waited_for(engine, at);
    } while (at != cycle_from);
    return text;
  }
  for (ThreadId id = 0; id < static_cast<ThreadId>(engine.threads().size()); ++id) {
    if (engine.thread(id).state == Thread::State::kAlive) add(id);
  }
  return text;
}

bool body_is_over(Engine& engine) {
  const Thread& body = engine.thread(0);
  return body.state != Thread::State::kAlive && !body.lets_others_go_on;
}

}  // namespace

ThreadId may_have_missed_its_call(Engine& engine, ThreadSet except) {
  if (on_cycle(engine) >= 0) return -1;
  for (ThreadId id = 0; id < static_cast<ThreadId>(engine.threads().size()); ++id) {
    const Thread& thread = engine.thread(id);
    if (thread.state != Thread::State::kAlive || thread.waits_for == nullptr || (except & only(id)) != 0) continue;
    if (thread.waits_for->kind == SyncObject::Kind::kWord) return id;
    if (thread.waits_for->kind == SyncObject::Kind::kCondition && thread.relocks->owner < 0) return id;
  }
  return -1;
}

RawFinding lost_wakeup(Engine& engine, ThreadId id) {
  const SyncObject& object = *engine.thread(id).waits_for;
  RawFinding finding{.kind = FindingKind::kLostWakeup,
                     .message = "Lost wake-up: " + situation(engine, id),
                     .places = {engine.next(id).place},
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

RawFinding no_runnable_thread(Engine& engine) {
  RawFinding finding;
  if (const ThreadId start = on_cycle(engine); start >= 0) {
    finding.kind = FindingKind::kDeadlock;
    finding.message = "Deadlock: " + situations(engine, start, finding.places) +
                      ". Each waits for what the next one holds, so none ever goes on.";
  } else if (body_is_over(engine)) {
    finding.kind = FindingKind::kThreadLeak;
    finding.message = "The test body returned, but a thread is still blocked, and stays so: " +
                      situations(engine, -1, finding.places) + ". Join every thread before the body returns.";
  } else {
    finding.kind = FindingKind::kDeadlock;
    finding.message =
        "Deadlock: " + situations(engine, -1, finding.places) + ". No thread is left that could end the wait.";
    if (engine.has_looked()) {
      finding.message +=
          " A notification would not help: woken, the threads that wait on a condition variable check their condition "
          "and wait again. It never becomes true, or the check leaves out the end of the work.";
    }
  }
  return finding;
}

RawFinding replay_diverged(Engine& engine) {
  return {.kind = FindingKind::kNondeterminism,
          .message = "The same choices led to another place than before, at " +
                     mark(engine.next(engine.current()).place) +
                     ". The program depends on something besides the order of its threads: real time, an address, a "
                     "random number, a variable that keeps its value from one run to the next, or memory that was "
                     "never written.",
          .places = {engine.next(engine.current()).place},
          .address = 0};
}

std::optional<RawFinding> wrong_at_the_end(Engine& engine, ThreadId thread) {
  RawFinding finding;
  engine.sync().for_each([&](const SyncObject& object) {
    if (object.owner != thread || object.kind != SyncObject::Kind::kMutex || !finding.message.empty()) return;
    finding.kind = FindingKind::kLockMisuse;
    finding.places = {object.locked_at};
    finding.message = describe(thread) + " ended while it held " + describe(engine, object) + ", locked at " +
                      mark(object.locked_at) + ". No other thread can unlock it.";
  });
  if (!finding.message.empty()) return finding;
  if (thread != 0 || engine.thread(0).lets_others_go_on) return std::nullopt;
  for (ThreadId id = 1; id < static_cast<ThreadId>(engine.threads().size()); ++id) {
    const Thread& left = engine.thread(id);
    if (left.state != Thread::State::kAlive || left.leaving) continue;
    return RawFinding{.kind = FindingKind::kThreadLeak,
                      .message = "The body returned while " + describe(id) + ", created at " + mark(left.created_at) +
                                 ", still ran. Join it, or wait until it has ended; what it uses may be gone.",
                      .places = {left.created_at, engine.next(id).place},
                      .address = 0};
  }
  return std::nullopt;
}

}  // namespace lockstep::explorer
