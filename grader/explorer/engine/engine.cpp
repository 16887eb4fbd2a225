#include "explorer/engine/engine.h"

#include <sys/single_threaded.h>

#include <algorithm>
#include <bit>
#include <cassert>
#include <utility>

#include "explorer/engine/exploring.h"
#include "explorer/engine/livelock.h"
#include "explorer/engine/no_runnable_thread.h"
#include "explorer/engine/stack.h"
#include "explorer/interpose/thread_function.h"
#include "explorer/interpose/thread_keys.h"
#include "explorer/interpose/waiter_pools.h"

namespace lockstep::explorer {

bool exploring = false;
Engine the_engine;

namespace {

constexpr Time kStartOfTime = 1'000'000'000'000'000'000;  // 9 September 2001: any, and always the same
constexpr std::uint64_t kCheckProgressEvery = 4096;
constexpr std::uint64_t kTimePassesAfter = 4096;  ///< steps, where some thread sleeps and none is out of work

/// Without the place, which only a replay knows exactly.
std::uint32_t digest(ThreadId thread, const Operation& operation) {
  const auto mixed = (static_cast<std::uint64_t>(operation.kind) << 8) ^ static_cast<std::uint64_t>(thread);
  return static_cast<std::uint32_t>((mixed * 0x9E37'79B9'7F4A'7C15) >> 32);
}

}  // namespace

Engine::Engine() = default;
Engine::~Engine() = default;

void Engine::begin_schedule(Strategy& strategy, const Rules& rules, std::vector<Step>* trace) {
  for (Thread& thread : threads()) {
    thread.state = Thread::State::kFree;
    thread.clock.clear();
  }
  known_ = 0;
  alive_ = enabled_ = enabled_lately_ = ran_lately_ = 0;
  reset_waiter_pools();
  fairness_.begin();
  stutter_.begin();
  effects_.clear();
  caller_ = nullptr;
  strategy_ = &strategy;
  rules_ = &rules;
  trace_ = trace;
  schedule_.clear();
  digests_.clear();
  outcome_ = {};
  sync_.begin();
  shadow_.begin();
  now_ = kStartOfTime;
  steps_ = last_change_ = time_moved_ = 0;
  spurious_events_ = 0;
  rounds_in_vain_ = 0;
  preferred_ = 0;
  have_looked_ = 0;
  if_it_goes_on_.reset();
}

Outcome Engine::run(const std::function<void()>& body, Strategy& strategy, const Rules& rules,
                    std::vector<Step>* trace) {
  assert(carrier_ != nullptr && !exploring);
  begin_schedule(strategy, rules, trace);
  body_ = &body;
  const auto run_body = [](void* self) -> void* {
    (*static_cast<Engine*>(self)->body_)();
    return nullptr;
  };
  // What libstdc++ asks before it counts references without atomic operations. glibc believes that there is one thread.
  __libc_single_threaded = 0;
  become(create(run_body, this, false, 0));
  carrier_->switch_to(kEngineContext, current_);
  exploring = false;
  alive_ = 0;
  strategy.end(steps_);
  outcome_.steps = steps_;
  return std::move(outcome_);
}

ThreadId Engine::create(void* (*function)(void*), void* argument, bool detached, Place place) {
  ThreadId id = 0;
  while (id < known_ && thread(id).state != Thread::State::kFree) ++id;
  if (id == kMaxThreads) return -1;
  Thread& created = thread(id);
  const std::uint32_t used_until = id < known_ ? created.clock[id] : 0;
  known_ = std::max(known_, id + 1);
  created.clock.clear();
  if (alive_ != 0) {
    created.clock.assign(self().clock);
    self().clock.tick(current_);
  }
  created.clock.set(id, used_until + 1);
  created.released.clear();
  created.seen.clear();
  created.state = Thread::State::kAlive;
  created.detached = detached;
  created.leaving = created.timed_out = created.lets_others_go_on = created.exits_program = false;
  created.waits_for = created.relocks = nullptr;
  created.blockers = 0;
  created.deadline = kNever;
  created.spin.made_progress();
  created.spins_before_it_waits = false;
  created.latest_look = {};
  created.latest_lock = nullptr;
  created.same_lock = 0;
  stutter_.begin_thread(id);
  created.overtaken = created.failed_attempts = 0;
  created.backs_off = false;
  created.function = function;
  created.argument = argument;
  created.result = nullptr;
  created.created_at = place;
  carrier_->prepare(id);
  created.self = carrier_->self(id);
  if (used_until > 0) {  // its stack was another thread's, earlier in this schedule
    const StackRange stack = carrier_->stack(id);
    shadow_.forget(reinterpret_cast<std::uintptr_t>(stack.begin), stack.size);
  }
  next_[static_cast<std::size_t>(id)] = {.kind = OpKind::kBegin, .place = place, .object = &created, .also = nullptr};
  alive_ |= only(id);
  enabled_ |= only(id);
  return id;
}

std::optional<ThreadId> Engine::find(pthread_t self) const {
  for (ThreadId id = 0; id < known_; ++id) {
    const Thread& candidate = threads_[static_cast<std::size_t>(id)];
    if (candidate.state != Thread::State::kFree && pthread_equal(candidate.self, self) != 0) return id;
  }
  return std::nullopt;
}

void Engine::release_number(ThreadId id) { thread(id).state = Thread::State::kFree; }

void Engine::run_thread(ThreadId id) {
  Engine& engine = explorer::engine();
  Thread& thread = engine.thread(id);
  engine.record(engine.next_[static_cast<std::size_t>(id)]);
  exploring = true;
  run_function(thread);
  engine.leave_thread();
}

void Engine::leave_thread() {
  self().leaving = true;
  carrier_->run_destructors();
  if (!self().exits_program) run_key_destructors();
  exploring = false;
  end_thread();
}

void Engine::end_thread() {
  const ThreadId id = current_;
  step({.kind = OpKind::kEnd, .place = 0, .object = &self(), .also = nullptr});
  Thread& ended = self();
  if (auto finding = ended.exits_program ? std::nullopt : wrong_at_the_end(*this, id)) fail(std::move(*finding));
  ended.state = Thread::State::kEnded;
  alive_ &= ~only(id);
  enabled_ &= ~only(id);
  last_change_ = steps_;
  for (Thread& waiting : threads()) {
    if (waiting.state == Thread::State::kAlive && waiting.blockers == only(id)) {
      enabled_ |= only(static_cast<ThreadId>(&waiting - threads_.data()));
    }
  }
  if (ended.detached) release_number(id);
  if (alive_ == 0) carrier_->leave(id, kEngineContext);
  end_step();
  become(pick());
  carrier_->leave(id, current_);
  __builtin_unreachable();
}

/// What the running thread's latest step did is complete: it has come to the next.
void Engine::end_step() {
  if (stutter_.watches()) stutter_.after_step(effects_);
  if (strategy_->wants_effects()) strategy_->on_effects(current_, effects_);
}

void Engine::come_to_step() {
  end_step();
  self().spins_before_it_waits = false;
  const Operation& operation = next_[static_cast<std::size_t>(current_)];
  stutter_.before_step(*this, {.caller = caller_, .kind = operation.kind, .object = operation.object});
}

void Engine::make_step() {
  come_to_step();
  go_on();
  record(next_[static_cast<std::size_t>(current_)]);
}

bool Engine::make_wait(SyncObject* object, Time deadline, bool ready) {
  come_to_step();
  const ThreadId id = current_;
  Thread& waiting = self();
  waiting.waits_for = object;
  waiting.deadline = deadline;
  waiting.timed_out = false;
  waiting.waiting_since = steps_;
  waiting.overtaken = 0;
  if (deadline != kNever && deadline > now_) outcome_.timed = true;
  if (!ready) {
    if (deadline > now_) {
      disable(only(id));
    } else {
      give_up(id);
    }
  }
  go_on();
  waiting.waits_for = nullptr;
  waiting.deadline = kNever;
  record(next_[static_cast<std::size_t>(id)]);
  if (deadline != kNever) effects_.use_time();
  if (waiting.timed_out) annotate("timed out");
  return !waiting.timed_out;
}

void Engine::redirect(ThreadId id, const Operation& operation, SyncObject* object) {
  Thread& waiting = thread(id);
  waiting.waits_for = object;
  waiting.deadline = kNever;
  waiting.waiting_since = steps_;
  waiting.overtaken = 0;
  const Place place = next_[static_cast<std::size_t>(id)].place;
  next_[static_cast<std::size_t>(id)] = operation;
  next_[static_cast<std::size_t>(id)].place = place;
}

void Engine::wake(SyncObject& condition, ThreadId id) {
  condition.waiters &= ~only(id);
  if (condition.kind == SyncObject::Kind::kWord) return enable(only(id));
  SyncObject& lock = *thread(id).relocks;
  lock.waiters |= only(id);
  redirect(id, {.kind = OpKind::kLock, .place = 0, .object = lock.address, .also = nullptr}, &lock);
  if (lock.owner < 0) enable(only(id));
}

Place Engine::exact_place_of(std::uintptr_t address) const {
  if (places_.own == nullptr) return image().place(address);
  if (const Place place = image().place(address); place != 0 && places_.own({address}) == place) return place;
  Stack stack = own_stack();
  stack.erase(stack.begin(), std::find(stack.begin(), stack.end(), address));  // what the explorer itself has called
  return places_.own(stack);
}

void Engine::go_on() {
  const ThreadId from = current_;
  const ThreadId to = pick();
  if (to == from) return;
  become(to);
  carrier_->switch_to(from, to);
}

/// Those that may go on now. Where there is none, time passes, or the schedule ends.
ThreadSet Engine::candidates() {
  ThreadSet free = enabled_ & ~stutter_.held();
  for (; free == 0; free = enabled_ & ~stutter_.held()) {
    if (advance_time() || wake_for_a_look() || go_round_once_more()) continue;
    fail(enabled_ == 0 ? no_runnable_thread(*this) : nothing_left_to_wait_for(*this));
  }
  if ((free & preferred_) != 0 && steps_ < prefer_until_) [[unlikely]]
    return free & preferred_;
  const ThreadSet fair = fairness_.allowed(free);
  if (fair != free) outcome_.unfair = true;
  return fair;
}

ThreadId Engine::pick() {
  if (rules_->busy_machine) let_time_pass();
  // Threads that could run for ever do not keep the time from passing for those that sleep.
  if (steps_ - time_moved_ >= kTimePassesAfter && steps_ % kTimePassesAfter == 0) advance_time();
  const ThreadSet candidates = this->candidates();
  if ((candidates & (candidates - 1)) == 0) return std::countr_zero(candidates);
  const ThreadId chosen =
      strategy_->pick_thread({.candidates = candidates, .running = current_, .step = steps_, .next = next_});
  if (chosen < 0 || (candidates & only(chosen)) == 0) fail(replay_diverged(*this));
  schedule_.push({Choice::kThread, static_cast<std::uint8_t>(chosen)});
  return chosen;
}

/// What an operation does as a rule; the functions that stand in for the program's calls know better, and say so.
void Engine::note_effects(const Operation& operation) {
  effects_.begin(operation.object, operation.size, !only_reads(operation.kind));
  if (operation.also != nullptr) effects_.touch(operation.also, 1, true);
  if (operation.kind == OpKind::kCreate) effects_.touch(&known_, 1, true);
  if (operation.kind == OpKind::kSleep) effects_.use_time();
}

void Engine::record(const Operation& operation) {
  if (have_looked_ != 0) [[unlikely]]
    return look(operation);
  ++steps_;
  digests_.push_back({digest(current_, operation), 0});
  fairness_.ran(current_, enabled_);
  if (strategy_->wants_effects() || stutter_.watches()) note_effects(operation);
  enabled_lately_ |= enabled_;
  ran_lately_ |= only(current_);
  strategy_->on_step(current_, operation);
  if (trace_ != nullptr) trace_->push_back({current_, operation, "", is_librarys(operation)});
  if (steps_ % kCheckProgressEvery == 0) check_progress();
}

unsigned Engine::choose(unsigned options, ChoiceBias bias) {
  if (options < 2) return 0;
  const unsigned chosen = strategy_->pick_value(options, bias);
  if (chosen >= options) fail(replay_diverged(*this));
  stutter_.give_up_round();  // what another choice leads to does not show in the thread's state
  schedule_.push({Choice::kValue, static_cast<std::uint8_t>(chosen)});
  return chosen;
}

bool Engine::spurious_event() {
  outcome_.spurious = true;
  if (spurious_events_ >= rules_->spurious_budget || choose(2, ChoiceBias::kFirstIsLikely) == 0) return false;
  ++spurious_events_;
  return true;
}

void Engine::annotate(std::string_view note) {
  if (trace_ != nullptr && !trace_->empty() && !if_it_goes_on_) trace_->back().note = note;
}

void Engine::fail(RawFinding finding) {
  // Whatever a thread comes to that was woken at a dead end: it went on.
  outcome_.finding = if_it_goes_on_ ? std::move(*if_it_goes_on_) : std::move(finding);
  abandon();
}

void Engine::note(RawFinding finding) {
  if (!outcome_.finding && !if_it_goes_on_) outcome_.finding = std::move(finding);
}

void Engine::abandon() {
  for (ThreadId id = 0; id < known_; ++id) {
    if (thread(id).state == Thread::State::kAlive) carrier_->abandon(id);
  }
  carrier_->leave(current_, kEngineContext);
  __builtin_unreachable();
}

}  // namespace lockstep::explorer
