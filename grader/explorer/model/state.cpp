#include "explorer/model/state.h"

#include <algorithm>
#include <cassert>

#include "explorer/model/barrier.h"
#include "explorer/model/condition.h"
#include "explorer/model/locks.h"
#include "explorer/model/semaphore.h"
#include "explorer/model/words.h"

namespace lockstep::explorer {
namespace {

constexpr Time kStartOfTime = 1'000'000'000'000'000'000;  // 9 September 2001: any, and always the same

}  // namespace

State::State() = default;
State::~State() = default;

void State::begin(const Rules& rules, Driver& driver) {
  for (Thread& thread : threads()) thread.state = Thread::State::kFree;
  known_ = 0;
  alive_ = ready_ = preferred_ = {};
  rules_ = &rules;
  rules_apply_ = rules.busy_machine;
  driver_ = &driver;
  sync_.begin();
  sequential_.begin();
  annotations_.begin();
  fairness_.begin();
  stutter_.begin();
  effects_.clear();
  wrong_.reset();
  assumed_ = {};
  digests_made_ = 0;
  now_ = kStartOfTime;
  steps_ = last_change_ = time_moved_ = 0;
  spurious_events_ = stale_reads_ = 0;
  rounds_in_vain_ = rounds_by_time_ = 0;
}

ThreadId State::create(Place place) {
  ThreadId id = 0;
  while (id < known_ && thread(id).state != Thread::State::kFree) ++id;
  if (id == kMaxThreads) return -1;
  Thread& created = thread(id);
  const std::uint32_t used_until = id < known_ ? created.clock[id] : 0;
  known_ = std::max(known_, id + 1);
  if (alive_.empty()) {
    created.clock.clear();
  } else {
    created.clock.assign(self().clock);
    self().clock.tick(current_);
  }
  created.clock.set(id, used_until + 1);
  created.released.clear();
  created.seen.clear();
  created.state = Thread::State::kAlive;
  created.detached = false;
  created.waits = created.was_notified = created.continues = false;
  created.ignores_reads = created.ignores_writes = 0;
  created.leaving = created.timed_out = created.lets_others_go_on = created.exits_program = false;
  created.object = created.waits_for = created.relocks = nullptr;
  created.joins = -1;
  created.deadline = kNever;
  created.spin.made_progress();
  created.spins_before_it_waits = false;
  created.latest_look = {};
  created.latest_lock = nullptr;
  created.same_lock = 0;
  stutter_.begin_thread(id);
  created.overtaken = created.failed_attempts = 0;
  created.backs_off = false;
  created.created_at = place;
  next_[static_cast<std::size_t>(id)] = {.kind = OpKind::kBegin, .place = place, .object = &created, .also = nullptr};
  alive_.insert(id);
  ready_.insert(id);
  return id;
}

void State::end(ThreadId id) {
  Thread& ended = thread(id);
  ended.state = Thread::State::kEnded;
  alive_.erase(id);
  ready_.erase(id);
  last_change_ = steps_;
  for (const ThreadId waiting : alive_) {
    if (thread(waiting).joins == id) ready_.insert(waiting);
  }
  if (ended.detached) release_number(id);
}

bool State::announce(ThreadId id, const Request& request) {
  if (id != current_) become(id);
  Thread& thread = this->thread(id);
  if (request.operation.kind == OpKind::kWait) thread.relocks_two = gave_back_another(next(id), request.operation);
  announce(request.operation);
  thread.object = request.object;
  thread.ending = Ending::kDone;
  // Most steps are of locks: they do not wait for the addresses of a switch.
  if (request.operation.kind == OpKind::kUnlock)
    return !unlock_without_step(*this, *request.object, request.operation.place);
  if (request.operation.kind == OpKind::kLock) {
    if (request.object->owner == id) return lock_again(*this, *request.object, request.operation.place), false;
    request.object->waiters.insert(id);
    wait(id, request, is_free(*request.object));
    return true;
  }
  thread.operand = request.operand;
  thread.sleeps_until = request.deadline;
  thread.may_fail = request.may_fail;
  thread.may_not_sleep = request.may_not_sleep;
  switch (request.operation.kind) {
    case OpKind::kSharedLock:
      if (request.object->owner == id) return lock_again(*this, *request.object, request.operation.place), false;
      request.object->shared_waiters.insert(id);
      wait(id, request, request.object->owner < 0);
      return true;
    case OpKind::kWait:
      return holds_mutex(*this, request.operation, *request.object);
    case OpKind::kSemaphoreWait:
      request.object->waiters.insert(id);
      wait(id, request, count_of(request.operation.object) > 0);
      return true;
    case OpKind::kJoin:
      thread.joins = request.joins;
      wait(id, request, this->thread(request.joins).state == Thread::State::kEnded);
      return true;
    case OpKind::kSleep:
    case OpKind::kWakeUp:
      wait(id, request, false);
      return true;
    default:
      return true;
  }
}

/// \param ready  what it waits for is there
void State::wait(ThreadId id, const Request& request, bool ready) {
  Thread& waiting = thread(id);
  waiting.waits = true;
  waiting.waits_for = request.object;
  waiting.deadline = request.deadline;
  waiting.waits_timed = request.deadline != kNever;
  waiting.timed_out = false;
  waiting.waiting_since = steps_;
  waiting.overtaken = 0;
  if (request.object != nullptr) touch_queue(*request.object);  // by the step before, with which it comes here
  if (waiting.waits_timed && request.deadline > now_) assumed_.timed = true;
  if (ready) return;
  if (request.deadline > now_) {
    ready_.erase(id);
  } else {
    give_up(id);
  }
}

void State::end_wait() {
  Thread& waited = self();
  waited.waits = false;
  waited.waits_for = nullptr;
  waited.deadline = kNever;
  waited.joins = -1;
  if (waited.waits_timed) effects_.use_time();
  if (!waited.timed_out) return;
  waited.ending = Ending::kTimedOut;
  annotate("timed out");
}

void State::go_on_with(const Request& request) {
  const Ending ending = self().ending;
  announce(current_, request);
  self().ending = ending;
  self().continues = true;
}

void State::sleep_on(SyncObject& object, Time deadline) {
  object.waiters.insert(current_);
  const Operation& step = next(current_);
  go_on_with({.operation = {.kind = OpKind::kWakeUp, .place = step.place, .object = step.object, .also = nullptr},
              .object = &object,
              .deadline = deadline});
}

void State::wake(SyncObject& condition, ThreadId id) {
  condition.waiters.erase(id);
  if (condition.kind == SyncObject::Kind::kWord) return make_ready(only(id));
  Thread& woken = thread(id);
  assert(!woken.timed_out);  // it waits on nothing any more
  SyncObject& lock = *woken.relocks;
  lock.waiters.insert(id);
  woken.object = woken.waits_for = &lock;
  woken.deadline = kNever;
  woken.was_notified = true;
  woken.waiting_since = steps_;
  woken.overtaken = 0;
  touch_queue(lock);
  Operation& next = next_[static_cast<std::size_t>(id)];
  next = {.kind = OpKind::kLock, .place = next.place, .object = lock.address, .also = nullptr};
  if (lock.owner < 0) make_ready(only(id));
}

/// With all that can keep a thread from going on, or let time pass.
ThreadSet State::enabled_by_rules() {
  if (rules_->busy_machine) let_time_pass();
  // Threads that could run for ever do not keep the time from passing for those that sleep.
  if (steps_ - time_moved_ >= kTimePassesAfter && steps_ % kTimePassesAfter == 0) advance_time();
  ThreadSet free = ready_ - stutter_.held();
  while (free.empty() && (look_at_the_time() || advance_time())) free = ready_ - stutter_.held();
  if (steps_ < prefer_until_ && !(free & preferred_).empty()) [[unlikely]]
    return free & preferred_;
  const ThreadSet fair = fairness_.allowed(free);
  if (fair != free) assumed_.unfair = true;
  return fair;
}

const Effects& State::run(ThreadId id) {
  become(id);
  count_step(true);
  make_transition();
  return effects_;
}

void State::begin_effects(const Operation& operation) {
  effects_.begin(operation.object, operation.size, !only_reads(operation.kind));
  if (operation.also != nullptr) effects_.touch(operation.also, 1, true);
  if (operation.kind == OpKind::kCreate) effects_.touch(&known_, 1, true);
  if (operation.kind == OpKind::kSleep) effects_.use_time();
}

void State::make_room_for_digests() {
  digest_room_ = std::max<std::size_t>(1024, 2 * digest_room_);
  digests_.resize(digest_room_);
}

void State::make_transition() {
  Thread& self = this->self();
  self.continues = false;
  if (self.waits) end_wait();
  const Operation& operation = next(current_);
  if (operation.kind == OpKind::kUnlock) return release(*this, *self.object);
  if (operation.kind == OpKind::kLock) return lock(*this, operation.place);
  switch (operation.kind) {
    case OpKind::kSharedLock:
      return lock_shared(*this);
    case OpKind::kTryLock:
      return try_lock(*this, operation.place);
    case OpKind::kTrySharedLock:
      return try_lock_shared(*this);
    case OpKind::kWait:
      return wait_on_condition(*this);
    case OpKind::kWakeUp:
      return wake_up(*this);
    case OpKind::kNotifyOne:
    case OpKind::kNotifyAll:
      return notify(*this, operation);
    case OpKind::kSemaphoreWait:
      return count_down(*this);
    case OpKind::kSemaphoreTry:
      return try_count_down(*this);
    case OpKind::kSemaphorePost:
      return count_up(*this);
    case OpKind::kBarrier:
      return arrive(*this);
    case OpKind::kFutexWait:
      return wait_for_word(*this);
    case OpKind::kFutexWake:
      return wake_waiters_for_word(*this);
    default:
      return;
  }
}

bool State::spurious_event() {
  assumed_.spurious = true;
  if (spurious_events_ >= rules_->spurious_budget || choose(2, ChoiceBias::kFirstIsLikely) == 0) return false;
  ++spurious_events_;
  return true;
}

}  // namespace lockstep::explorer
