#include "explorer/predict/recorder.h"

#include <algorithm>
#include <bit>
#include <tuple>
#include <utility>

namespace lockstep::predict {

using explorer::engine;
using explorer::Operation;
using explorer::OpKind;
using explorer::SyncObject;
using explorer::ThreadId;

bool Recorder::begin() {
  recording_ = {};
  lock_places_.clear();
  lock_numbers_.clear();
  clocks_ = {};
  ready_ = {};
  running_ = -1;
  in_segment_ = false;
  now_ = 0;
  return true;
}

explorer::ThreadId Recorder::pick_thread(const explorer::SchedulingPoint& point) {
  end_segment();
  see_effects();
  // Who came first is first among those who can go on at the same time.
  const auto turn = [this](ThreadId thread) {
    return std::tuple(std::max(of(thread).now, of(thread).asleep_until), of(thread).now, thread);
  };
  ThreadId earliest = point.candidates.first();
  for (const ThreadId candidate : point.candidates) {
    if (turn(candidate) < turn(earliest)) earliest = candidate;
  }
  return earliest;
}

void Recorder::on_step(ThreadId thread, const Operation& operation) {
  end_segment();
  see_effects();
  if (operation.kind == OpKind::kBegin) begin_thread(thread);
  Clock& clock = of(thread);
  recording_.threads[clock.number].events.push_back(event_of(thread, operation));
  clock.on_condition = operation.kind == OpKind::kWait;
  running_ = thread;
  latest_ = operation;
  if (operation.kind == OpKind::kEnd) return;
  in_segment_ = true;
  stopwatch_.start();
}

/// The running thread is in the engine's hands.
void Recorder::end_segment() {
  if (!in_segment_) return;
  in_segment_ = false;
  const Nanoseconds work = stopwatch_.stop();
  of(running_).now += work;
  of(running_).unrecorded += work;
}

/// What the latest operation has changed.
void Recorder::see_effects() {
  if (running_ < 0) {
    start_ = engine().now();
    ready_ = engine().ready();
    return;
  }
  see_whether_it_locked();
  see_notified();
  for (const ThreadId fresh : engine().ready() - ready_) see_ready(fresh);
  ready_ = engine().ready();
}

void Recorder::see_ready(ThreadId thread) {
  Clock& clock = of(thread);
  clock.timed_out = engine().thread(thread).timed_out;
  if (clock.timed_out) {
    clock.enabled_by.reset();
    clock.asleep_until = engine().now() - start_;
  } else {
    clock.enabled_by = last_event(running_);
  }
}

void Recorder::see_notified() {
  if (latest_.kind != OpKind::kNotifyOne && latest_.kind != OpKind::kNotifyAll) return;
  for (ThreadId thread = 0; thread < static_cast<ThreadId>(engine().threads().size()); ++thread) {
    Clock& clock = of(thread);
    if (!clock.on_condition || engine().next(thread).kind != OpKind::kLock) continue;
    clock.on_condition = false;
    clock.notified_by = last_event(running_);
  }
}

void Recorder::see_whether_it_locked() {
  if (latest_.kind != OpKind::kTryLock && latest_.kind != OpKind::kTrySharedLock) return;
  const SyncObject* lock = engine().sync().find(latest_.object);
  Event& event = recording_.threads[of(running_).number].events.back();
  const bool shared = lock != nullptr && lock->readers.contains(running_);
  if (!shared && (lock == nullptr || lock->owner != running_ || lock->depth != 1)) return;
  event.kind = shared ? Event::Kind::kLockShared : Event::Kind::kLock;
  event.lock = lock_number(latest_.object, latest_.place);
  latest_.kind = OpKind::kBegin;  // seen
}

void Recorder::begin_thread(ThreadId thread) {
  const auto made_by = of(thread).enabled_by;
  of(thread) = {.number = static_cast<std::uint32_t>(recording_.threads.size()), .enabled_by = made_by};
  recording_.threads.emplace_back();
}

Event Recorder::event_of(ThreadId thread, const Operation& operation) {
  Clock& clock = of(thread);
  Event event{.work = clock.unrecorded};
  if (clock.timed_out && clock.asleep_until > clock.now) event.idle = clock.asleep_until - clock.now;
  // A thread that waited, or gave way, goes on with the time of those that it waited for.
  clock.now = std::max({clock.now, clock.asleep_until, now_});
  event.at = now_ = clock.now;
  if (engine().now() - start_ < now_) engine().pass_time(now_ - (engine().now() - start_));
  fill_in(event, thread, operation);
  clock.unrecorded = 0;
  clock.enabled_by.reset();
  clock.timed_out = false;
  return event;
}

void Recorder::fill_in(Event& event, ThreadId thread, const Operation& operation) {
  Clock& clock = of(thread);
  const SyncObject* object = engine().sync().find(operation.object);
  const bool lock = object != nullptr && object->kind != SyncObject::Kind::kOnce && !engine().thread(thread).timed_out;
  event.after = clock.enabled_by;
  switch (operation.kind) {
    case OpKind::kLock:
    case OpKind::kSharedLock:
      if (!lock) return;
      event.kind = operation.kind == OpKind::kLock ? Event::Kind::kLock : Event::Kind::kLockShared;
      event.lock = lock_number(operation.object, operation.place);
      event.after = std::exchange(clock.notified_by, std::nullopt);
      return;
    case OpKind::kUnlock:
    case OpKind::kWait:
      event.kind = Event::Kind::kUnlock;
      event.lock = lock_number(operation.kind == OpKind::kWait ? operation.also : operation.object, operation.place);
      return;
    case OpKind::kJoin: {
      const auto* joined = static_cast<const explorer::Thread*>(operation.object);
      event.after = last_event(static_cast<ThreadId>(joined - engine().threads().data()));
      return;
    }
    default:
      return;
  }
}

std::uint32_t Recorder::lock_number(const void* lock, explorer::Place place) {
  const auto [known, added] = lock_numbers_.emplace(lock, static_cast<std::uint32_t>(recording_.locks.size()));
  if (added) {
    recording_.locks.emplace_back();
    lock_places_.push_back(place);
  }
  return known->second;
}

EventId Recorder::last_event(ThreadId thread) {
  const std::uint32_t number = of(thread).number;
  return {number, static_cast<std::uint32_t>(recording_.threads[number].events.size() - 1)};
}

}  // namespace lockstep::predict
