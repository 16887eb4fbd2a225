#include "explorer/engine/engine.h"

#include <sys/single_threaded.h>

#include <algorithm>
#include <cassert>
#include <utility>

#include "explorer/engine/exploring.h"
#include "explorer/library/waiter_pools.h"
#include "explorer/model/dead_end.h"
#include "explorer/model/livelock.h"

namespace lockstep::explorer {

bool exploring = false;
Engine the_engine;

namespace {

constexpr std::uint64_t kCheckProgressEvery = 4096;

}  // namespace

Engine::Engine() = default;
Engine::~Engine() = default;

void Engine::begin_schedule(Strategy& strategy, const Rules& rules, std::vector<Step>* trace) {
  begin(rules, *this);
  reset_waiter_pools();
  caller_ = nullptr;
  strategy_ = &strategy;
  trace_ = trace;
  waiting_.clear();
  schedule_.clear();
  outcome_ = {};
  shadow_.begin(trace == nullptr && rules.watch == nullptr);
  ready_lately_ = ran_lately_ = have_looked_ = {};
  looking_ = false;
  if_it_goes_on_.reset();
}

void Engine::fail_as_shown() { fail(*take_wrong()); }

void Engine::fail_as_diverged() { fail(replay_diverged(*this)); }

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
  carrier_->switch_to(kEngineContext, current());
  exploring = false;
  if (trace_ != nullptr) end_trace();
  leave_no_thread();
  strategy.end(steps(), !outcome_.finding && !outcome_.cut);
  outcome_.assumed = assumed();
  outcome_.steps = steps();
  return std::move(outcome_);
}

ThreadId Engine::create(void* (*function)(void*), void* argument, bool detached, Place place) {
  const ThreadId id = State::create(place);
  if (id < 0) return id;
  Thread& created = thread(id);
  created.detached = detached;
  created.function = function;
  created.argument = argument;
  created.result = nullptr;
  carrier_->prepare(id);
  created.self = carrier_->self(id);
  if (created.clock[id] > 1) {  // its stack was another thread's, earlier in this schedule
    const auto stack = carrier_->stack(id);
    shadow_.forget(reinterpret_cast<std::uintptr_t>(stack.data()), stack.size());
  }
  return id;
}

std::optional<ThreadId> Engine::find(pthread_t self) const {
  for (std::size_t id = 0; id < threads().size(); ++id) {
    const Thread& candidate = threads()[id];
    if (candidate.state != Thread::State::kFree && pthread_equal(candidate.self, self) != 0)
      return static_cast<ThreadId>(id);
  }
  return std::nullopt;
}

void Engine::record() {
  const Operation& operation = next(current());
  if (looking_) [[unlikely]]
    return look(operation);
  count_step(strategy_->wants_effects());
  ready_lately_ |= ready();
  ran_lately_.insert(current());
  strategy_->on_step(current(), operation);
  if (trace_ != nullptr) [[unlikely]]
    trace_step(operation);
  if (steps() % kCheckProgressEvery == 0) check_progress();
}

void Engine::run_thread(ThreadId id) {
  Engine& engine = explorer::engine();
  Thread& thread = engine.thread(id);
  thread.stack = engine.carrier_->stack(id);
  engine.record();
  exploring = true;
  engine.calls_.run_function(thread);
  engine.leave_thread();
}

void Engine::leave_thread() {
  self().leaving = true;
  carrier_->run_destructors();
  if (!self().exits_program) calls_.run_key_destructors();
  exploring = false;
  end_thread();
}

/// What the running thread's latest step did is complete: it has come to the next.
void Engine::end_step() {
  if (stutter().watches()) stutter().after_step(effects());
  if (strategy_->wants_effects()) strategy_->on_effects(current(), effects());
}

void Engine::come_to_step() {
  end_step();
  self().spins_before_it_waits = false;
  const Operation& operation = next(current());
  if (stutter().before_step() && rules().writes_are_seen) [[unlikely]]
    stutter().examine(self().stack,
                      {.caller = caller_, .kind = operation.kind, .object = operation.object, .ending = self().ending});
}

void Engine::go_on() {
  const ThreadId from = current();
  const ThreadId to = pick();
  if (to == from) return;
  become(to);
  carrier_->switch_to(from, to);
}

void Engine::make_step() {
  come_to_step();
  go_on();
  record();
}

/// \return false when it is done without a step
bool Engine::begin_operation(const Request& request) {
  const bool makes_a_step = State::announce(current(), request);
  fail_if_wrong();
  return makes_a_step;
}

bool Engine::come_to(const Request& request) { return begin_operation(request); }

/// Does what the step does that was just made, and makes the further ones of the same operation.
Ending Engine::finish() {
  for (;;) {
    make_transition();
    fail_if_wrong();
    if (!self().continues) return self().ending;
    make_step();
  }
}

Ending Engine::perform(const Request& request) {
  if (!begin_operation(request)) return self().ending;
  make_step();
  return finish();
}

void Engine::end_thread() {
  const ThreadId id = current();
  step({.kind = OpKind::kEnd, .place = 0, .object = &self(), .also = nullptr});
  if (auto finding = self().exits_program ? std::nullopt : wrong_at_the_end(*this, id)) fail(std::move(*finding));
  end(id);
  if (!running()) carrier_->leave(id, kEngineContext);
  end_step();
  become(pick());
  carrier_->leave(id, current());
  __builtin_unreachable();
}

Place Engine::exact_place_of(std::uintptr_t address) const {
  if (places_.own == nullptr) return image().place(address);
  if (const Place place = image().place(address); place != 0 && places_.own({address}) == place) return place;
  Stack stack = own_stack();
  stack.erase(stack.begin(), std::find(stack.begin(), stack.end(), address));  // what the explorer itself has called
  return places_.own(stack);
}

/// No thread may go on. Lets one do so that may find out that it can, or ends the schedule.
void Engine::leave_dead_end() {
  if (trace_ != nullptr && !looking_) trace_dead_end();
  if (wake_for_a_look() || go_round_once_more()) return;
  fail(ready().empty() ? no_runnable_thread(*this, looking_) : nothing_left_to_wait_for(*this));
}

/// The threads of which one goes on.
const ThreadSet& Engine::candidates() {
  for (;;) {
    const ThreadSet& found = enabled();
    if (!found.empty()) [[likely]]
      return found;
    leave_dead_end();
  }
}

ThreadId Engine::pick() {
  const ThreadSet& candidates = this->candidates();
  if (candidates.has_one()) return candidates.first();
  const ThreadId chosen =
      strategy_->pick_thread({.candidates = candidates, .running = current(), .step = steps(), .next = all_next()});
  if (!candidates.contains(chosen)) [[unlikely]]
    fail_as_diverged();
  schedule_.push({Choice::kThread, static_cast<std::uint8_t>(chosen)});
  return chosen;
}

unsigned Engine::choose(unsigned options, ChoiceBias bias) {
  const unsigned chosen = strategy_->pick_value(options, bias);
  if (chosen >= options) fail_as_diverged();
  // What another choice leads to does not show in the thread's state. When nothing unusual happens, it is the same
  // again, and the unusual can happen in this round as well as in the next.
  if (bias == ChoiceBias::kEven || chosen != 0) stutter().give_up_round();
  schedule_.push({Choice::kValue, static_cast<std::uint8_t>(chosen)});
  return chosen;
}

void Engine::on_time_passed() {
  Effects passing;
  passing.affect_all();
  strategy_->on_effects(-1, passing);
}

void Engine::on_note(std::string_view note) {
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
  for (const ThreadId id : alive()) carrier_->abandon(id);
  carrier_->leave(current(), kEngineContext);
  __builtin_unreachable();
}

}  // namespace lockstep::explorer
