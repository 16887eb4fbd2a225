#include "twin/state.h"

#include <algorithm>

namespace lockstep::explorer::twin {
namespace {

Small small(int value) { return static_cast<Small>(value); }

/// One thread's next step from one state.
class Step {
 public:
  Step(const Program& program, const ModelOptions& options, const State& state, std::size_t thread, const Visit& visit)
      : program_(program),
        options_(options),
        before_(state),
        state_(state),
        thread_(thread),
        visit_(visit),
        op_(program.threads[thread][static_cast<std::size_t>(state.threads[thread].op)]) {}

  void make() {
    switch (feature_of(op_.kind)) {
      case Feature::kLoad:
      case Feature::kStore:
      case Feature::kExchange:
      case Feature::kWeak:
        return access();
      case Feature::kLock:
        return lock();
      case Feature::kTryLock:
        return try_lock();
      case Feature::kPoll:
        return poll();
      case Feature::kSpin:
        return word() == op_.value ? finish() : go();
      case Feature::kYield:
        return finish();
      case Feature::kAtomicWait:
        return atomic_wait();
      case Feature::kCondition:
        return condition();
      case Feature::kSemaphore:
        return semaphore();
      case Feature::kTime:
        return op_.kind == OpKind::kSleep ? sleep() : condition();
    }
  }

 private:
  ThreadState& self() { return state_.threads[thread_]; }
  Small& word() { return state_.words[static_cast<std::size_t>(op_.word)]; }
  Small& owner() { return state_.owners[static_cast<std::size_t>(op_.mutex)]; }
  void put(int value) { self().registers[static_cast<std::size_t>(self().op)] = small(value); }

  void go() { visit_(state_); }
  void go_to(int part) {
    self().part = small(part);
    go();
  }
  void finish() {
    ++self().op;
    self().part = self().count = self().deadline = 0;
    go();
  }

  /// Lets another outcome of the same step be described, when the budget of spurious events allows one.
  [[nodiscard]] bool begin_spurious() {
    if (before_.spurious_events >= options_.spurious_budget) return false;
    state_ = before_;
    ++state_.spurious_events;
    return true;
  }

  void access() {
    const int was = word();
    switch (op_.kind) {
      case OpKind::kLoad:
        put(was);
        break;
      case OpKind::kStore:
        word() = small(op_.value);
        break;
      case OpKind::kFetchAdd:
        put(was);
        word() = small(was + op_.value);
        break;
      case OpKind::kExchange:
        put(was);
        word() = small(op_.value);
        break;
      default:
        return compare_exchange(was);
    }
    finish();
  }

  void compare_exchange(int was) {
    if (was != op_.old) {
      put(was);
      return finish();
    }
    put(was + kSucceeded);
    word() = small(op_.value);
    finish();
    if (op_.kind != OpKind::kCompareExchangeWeak || !options_.weak_may_fail || !begin_spurious()) return;
    put(was);
    finish();
  }

  void lock() {
    if (op_.kind == OpKind::kUnlock) {
      owner() = -1;
    } else if (!take()) {
      return;
    }
    finish();
  }

  [[nodiscard]] bool take() {
    if (owner() >= 0) return false;
    owner() = small(static_cast<int>(thread_));
    return true;
  }

  void try_lock() {
    enum { kTry, kAdd, kUnlock, kAddOther };
    switch (self().part) {
      case kTry:
        if (!take()) return go_to(kAddOther);
        put(1);
        go_to(kAdd);
        if (begin_spurious()) go_to(kAddOther);
        return;
      case kAdd:
        word() = small(word() + op_.value);
        return go_to(kUnlock);
      case kUnlock:
        owner() = -1;
        return finish();
      default:
        word() = small(word() + op_.old);
        return finish();
    }
  }

  void poll() {
    const bool counts = op_.kind == OpKind::kCountedPoll;
    if (word() == op_.value) {
      put(counts ? self().count : 1);
      return finish();
    }
    if (++self().count < op_.looks) return go();
    put(counts ? op_.looks : 0);
    finish();
  }

  void atomic_wait() {
    const auto waits = [this](std::size_t thread, const Op& op) {
      return op.kind == OpKind::kAtomicWait && op.word == op_.word && thread != thread_;
    };
    if (op_.kind != OpKind::kAtomicWait) return notify(op_.kind == OpKind::kAtomicNotifyAll, waits);
    if (word() != op_.old) return finish();
    self().asleep = 1;
    go();
  }

  /// Wakes all threads that are asleep in an operation for which `waits` holds, or any one of them.
  template <class Waits>
  void notify(bool all, const Waits& waits) {
    bool nobody = true;
    for (std::size_t other = 0; other < program_.threads.size(); ++other) {
      if (before_.threads[other].asleep == 0) continue;
      if (!waits(other, program_.threads[other][static_cast<std::size_t>(before_.threads[other].op)])) continue;
      if (!all) state_ = before_;
      state_.threads[other].asleep = 0;
      if (!all) finish();
      nobody = false;
    }
    if (all || nobody) finish();
  }

  void sleep() {
    if (self().deadline != 0) return finish();
    fall_asleep();
    go();
  }

  void fall_asleep() {
    self().asleep = 1;
    set_deadline();
  }
  void set_deadline() {
    if (op_.time_ms != 0) self().deadline = small(state_.now_ms + op_.time_ms);
  }

  void condition() {
    enum { kTake, kLook, kWait, kTakeAgain, kUnlock };
    const auto waits = [](std::size_t, const Op& op) {
      return feature_of(op.kind) == Feature::kCondition || op.kind == OpKind::kWaitFor;
    };
    if (op_.kind == OpKind::kNotifyOne || op_.kind == OpKind::kNotifyAll) {
      return notify(op_.kind == OpKind::kNotifyAll, waits);
    }
    const bool bare = op_.kind != OpKind::kConditionWait;
    switch (self().part) {
      case kTake:
        if (take()) go_to(bare ? kWait : kLook);
        return;
      case kLook:
        return go_to(word() == op_.value ? kUnlock : kWait);
      case kWait:
        owner() = -1;
        fall_asleep();
        go_to(kTakeAgain);
        // It is enough that a spurious wake-up comes at once: what comes in between can as well come before the wait.
        if (!begin_spurious()) return;
        owner() = -1;
        set_deadline();
        return go_to(kTakeAgain);
      case kTakeAgain:
        if (!take()) return;
        // wait_for looks at the clock, not at how its wait ended.
        if (op_.kind == OpKind::kWaitFor) put(state_.now_ms >= self().deadline ? 1 : 0);
        return go_to(bare ? kUnlock : kLook);
      default:
        owner() = -1;
        return finish();
    }
  }

  void semaphore() {
    if (op_.kind == OpKind::kRelease) return release();
    if (op_.kind == OpKind::kAcquire && options_.library_semaphore) return acquire_as_library();
    if (op_.kind == OpKind::kAcquire && state_.semaphore == 0) return;
    if (op_.kind == OpKind::kTryAcquire) put(state_.semaphore > 0 ? 1 : 0);
    if (state_.semaphore > 0) --state_.semaphore;
    finish();
  }

  void release() {
    const auto waits = [](std::size_t, const Op& op) { return op.kind == OpKind::kAcquire; };
    if (state_.semaphore++ == 0) return notify(true, waits);
    finish();
  }

  void acquire_as_library() {
    enum { kRemember, kLook, kSleep, kLookAgain };
    switch (self().part) {
      case kRemember:
        self().count = state_.semaphore;
        return go_to(kLook);
      case kSleep:
        self().asleep = state_.semaphore == self().count ? 1 : 0;
        return go_to(kLookAgain);
      default:
        if (state_.semaphore == 0) return go_to(self().part == kLook ? kSleep : kRemember);
        --state_.semaphore;
        return finish();
    }
  }

  const Program& program_;
  const ModelOptions& options_;
  const State& before_;
  State state_;
  std::size_t thread_;
  const Visit& visit_;
  const Op& op_;
};

bool has_ended(const Program& program, const State& state, std::size_t thread) {
  return static_cast<std::size_t>(state.threads[thread].op) == program.threads[thread].size();
}

/// Time passes until the next deadline.
void pass_time(const State& state, const Visit& visit) {
  State later = state;
  ThreadState* first = nullptr;
  for (ThreadState& thread : later.threads) {
    if (thread.asleep != 0 && thread.deadline != 0 && (first == nullptr || thread.deadline < first->deadline)) {
      first = &thread;
    }
  }
  if (first == nullptr) return;
  later.now_ms = std::max(later.now_ms, first->deadline);
  first->asleep = 0;
  visit(later);
}

}  // namespace

bool all_ended(const Program& program, const State& state) {
  for (std::size_t thread = 0; thread < program.threads.size(); ++thread) {
    if (!has_ended(program, state, thread)) return false;
  }
  return true;
}

void for_each_next(const Program& program, const ModelOptions& options, const State& state, const Visit& visit) {
  bool changes = false;
  const auto see = [&](const State& next) {
    changes = changes || next != state;
    visit(next);
  };
  for (std::size_t thread = 0; thread < program.threads.size(); ++thread) {
    if (has_ended(program, state, thread) || state.threads[thread].asleep != 0) continue;
    Step(program, options, state, thread, see).make();
  }
  if (!changes) {
    // No thread can go on, or those that can only spin.
    pass_time(state, visit);
  } else if (options.busy_machine && state.spurious_events < options.spurious_budget) {
    pass_time(state, [&](State later) {
      ++later.spurious_events;
      visit(later);
    });
  }
}

}  // namespace lockstep::explorer::twin
