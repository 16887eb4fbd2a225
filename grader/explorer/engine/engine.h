#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "explorer/carrier/carrier.h"
#include "explorer/engine/access_watch.h"
#include "explorer/engine/effects.h"
#include "explorer/engine/fairness.h"
#include "explorer/engine/finding.h"
#include "explorer/engine/lock_orders.h"
#include "explorer/engine/stack.h"
#include "explorer/engine/stutter.h"
#include "explorer/engine/thread.h"
#include "explorer/memory/shadow.h"
#include "explorer/memory/sync_object.h"
#include "explorer/schedule/schedule.h"
#include "explorer/strategy/strategy.h"

namespace lockstep::explorer {

/// What holds for every schedule of an exploration.
struct Rules {
  std::optional<std::uint64_t> bypass_bound;  ///< how often a waiting thread may be overtaken at a lock
  std::uint64_t most_steps = 300'000;         ///< a longer schedule is cut
  unsigned spurious_budget = 2;               ///< spurious wake-ups and failures of a weak exchange, in a schedule
  bool busy_machine = false;                  ///< time may pass while threads could go on; that is a spurious event
  AccessWatch* watch = nullptr;               ///< sees each access to memory before it is judged
  LockOrders* lock_orders = nullptr;  ///< gets the orders of locks; locks then order nothing, and no race counts
};

/// What the compiled program's debug information knows; asked only when something is found, or replayed.
struct Places {
  /// The innermost place of a stack that is the program's own, not of a library's header.
  std::function<Place(const Stack&)> own;
  /// Whether the library itself orders an access at this place, by means that the access does not show.
  std::function<bool(Place)> trusted;
  /// Whether a stack is in the library's loop that takes several locks at once (std::lock), giving way until it has
  /// them.
  std::function<bool(const Stack&)> backs_off;
  /// Whether a stack is in the destructor or the assignment of a std::thread.
  std::function<bool(const Stack&)> drops_a_thread;
  /// Whether a stack is in the stop state of a std::jthread, which counts its users and is asked to stop at the end.
  std::function<bool(const Stack&)> in_stop_state;
  /// Whether a stack is in the library's loop that looks a few times at an atomic before it waits; nothing when the
  /// calls given leave that open.
  std::function<std::optional<bool>(const Stack&)> spins_before_it_waits;
  /// Whether a stack is in the library's wait for an atomic.
  std::function<bool(const Stack&)> waits_for_an_atomic;
};

/// A step that was made, as digests.
struct StepDigest {
  std::uint32_t what = 0;  ///< who did what: two runs of one schedule are the same when these are
  std::uint32_t left = 0;  ///< the value that it left; differs between runs
};

/// How a schedule ended.
struct Outcome {
  std::optional<RawFinding> finding;
  bool cut = false;       ///< by the limit on steps: it proves nothing
  bool unfair = false;    ///< a loop was held back without proof that it only waits: interleavings may be missing
  bool spurious = false;  ///< a spurious event was possible
  bool timed = false;     ///< a thread waited for a time
  std::uint64_t steps = 0;
};

/// Runs schedules of one program, one at a time, under a strategy: the one place that decides which thread goes on.
///
/// The parts that stand in for the program's calls use it from the thread that runs: they announce each visible
/// operation with `step`, and take effect when that returns. Nothing here is for more than one real thread at a time.
class Engine {
 public:
  Engine();
  ~Engine();
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  void use(std::unique_ptr<Carrier> carrier) { carrier_ = std::move(carrier); }
  [[nodiscard]] bool has_carrier() const { return carrier_ != nullptr; }
  [[nodiscard]] Carrier& carrier() { return *carrier_; }
  void use(Places places) { places_ = std::move(places); }
  [[nodiscard]] const Places& places() const { return places_; }

  /// Runs `body` once, as thread 0, under `strategy`, which has begun a schedule.
  /// \param trace  when given, gets every step: slow, for a replay
  Outcome run(const std::function<void()>& body, Strategy& strategy, const Rules& rules,
              std::vector<Step>* trace = nullptr);

  /// The choices of the latest schedule.
  [[nodiscard]] const Schedule& schedule() const { return schedule_; }

  /// The steps of the latest schedule.
  [[nodiscard]] std::span<const StepDigest> digests() const { return digests_; }

  /// Runs a thread of the program: where a carrier begins.
  static void run_thread(ThreadId thread);

  /// Ends the running thread, whose function is over.
  [[noreturn]] void leave_thread();

  /// No other thread of the program is left.
  [[nodiscard]] bool alone() const { return alive_ == only(current_); }

  // ---- For what stands in for the program's calls: always the running thread's.

  /// A schedule is under way, be it in the program or in the engine.
  [[nodiscard]] bool running() const { return alive_ != 0; }

  [[nodiscard]] ThreadId current() const { return current_; }
  [[nodiscard]] Thread& self() { return *self_; }
  [[nodiscard]] Thread& thread(ThreadId id) { return threads_[static_cast<std::size_t>(id)]; }
  [[nodiscard]] std::span<Thread> threads() { return {threads_.data(), static_cast<std::size_t>(known_)}; }
  [[nodiscard]] SyncTable& sync() { return sync_; }
  [[nodiscard]] Shadow& shadow() { return shadow_; }
  [[nodiscard]] const Rules& rules() const { return *rules_; }

  /// What a thread is about to do, or is blocked on.
  [[nodiscard]] const Operation& next(ThreadId id) const { return next_[static_cast<std::size_t>(id)]; }
  [[nodiscard]] ThreadSet enabled() const { return enabled_; }

  /// Announces what the running thread is about to do, and lets the strategy say who goes on. Returns when it is this
  /// thread.
  void step(const Operation& operation) {
    announce(operation);
    make_step();
  }

  /// The same for an operation that waits for `object`: it can be made once another thread calls `enable` for this one
  /// (and does not call `disable` again before its turn), or when `deadline` is reached.
  /// \param ready  it can be made at once, until another thread calls `disable`
  /// \return false when it was the deadline
  bool wait(const Operation& operation, SyncObject* object, Time deadline, bool ready) {
    announce(operation);
    return make_wait(object, deadline, ready);
  }

  /// A thread that waits goes on waiting for something else, with no step in between: a notified one for its mutex.
  void redirect(ThreadId thread, const Operation& operation, SyncObject* object);

  /// Wakes a thread that waits on `condition`, or on an atomic: of a condition's, it waits for its mutex from now on.
  void wake(SyncObject& condition, ThreadId thread);

  void enable(ThreadSet threads) { enabled_ |= threads & alive_; }
  void disable(ThreadSet threads) { enabled_ &= ~threads; }

  /// At a dead end, a thread was woken to see whether it goes on, and did not.
  [[nodiscard]] bool has_looked() const { return have_looked_ != 0; }

  /// A choice of a value. \return 0 to options - 1
  unsigned choose(unsigned options, ChoiceBias bias);

  /// Whether something unusual but allowed happens now (a spurious wake-up); not for ever.
  bool spurious_event();

  /// The running thread has seen what it saw before, for the `times`-th time; 0 is the first look. A thread that looks
  /// again and again only waits for others, and in the end they come first.
  void looked_again(std::uint32_t times);

  /// What the latest step was to change, it left as it was.
  void only_read() { effects_.only_read(); }

  /// What the latest step stored was there already.
  void kept_values() { effects_.kept_values(); }

  /// The running thread's rounds.
  [[nodiscard]] Stutter& stutter() { return stutter_; }

  /// The running thread's latest operation got it nowhere.
  void failed_attempt();

  /// The running thread has changed a lock or an atomic, which shows when it is changed back.
  /// \param value  what it is now: tells a loop that gets on from one that does not
  void changed(std::uint64_t value = 0) {
    self().spin.made_progress();
    last_change_ = steps_;
    if (!digests_.empty()) digests_.back().left ^= static_cast<std::uint32_t>(value * 0x9E37'79B1U);
  }

  /// The running thread has changed something else that others can see: it made a thread, or woke one.
  void made_progress() {
    changed();
    stutter_.give_up_round();
  }

  /// Adds to the replay's text of the latest step.
  void annotate(std::string_view note);
  [[nodiscard]] bool tracing() const { return trace_ != nullptr; }

  /// An address inside the call that returns to `caller`: its line is meant.
  [[nodiscard]] static std::uintptr_t call_at(const void* caller) {
    return reinterpret_cast<std::uintptr_t>(caller) - 1;
  }

  /// Where the program is, given from where the explorer was called. Exact only in a replay.
  [[nodiscard]] Place place_of(const void* caller) {
    caller_ = caller;
    return trace_ == nullptr ? place_of_instruction(caller) : exact_place_of(call_at(caller));
  }

  /// Where in the program the call to the explorer was made, be it in a library's header.
  [[nodiscard]] static Place place_of_instruction(const void* caller) { return image().place(call_at(caller)); }

  /// Accesses to memory only have to be judged: nobody wants to know exactly where they are.
  [[nodiscard]] bool nobody_watches() const { return trace_ == nullptr && rules_->watch == nullptr; }

  [[nodiscard]] std::uint64_t steps() const { return steps_; }
  [[nodiscard]] Time now() const { return now_; }
  void pass_time(Time nanoseconds) {
    now_ += nanoseconds;
    effects_.use_time();
  }

  /// \return the new thread's number; -1 when there are too many
  ThreadId create(void* (*function)(void*), void* argument, bool detached, Place place);
  [[nodiscard]] std::optional<ThreadId> find(pthread_t self) const;
  void release_number(ThreadId thread);

  /// Ends the schedule here with a finding. The threads are left where they stand.
  [[noreturn]] void fail(RawFinding finding);

  /// Notes a finding that does not keep the schedule from going on.
  void note(RawFinding finding);

 private:
  void begin_schedule(Strategy& strategy, const Rules& rules, std::vector<Step>* trace);
  [[nodiscard]] Place exact_place_of(std::uintptr_t address) const;
  /// Member by member, where it is called: an operation put together in memory and copied at once would be read back
  /// before its parts are there.
  void announce(const Operation& operation) {
    Operation& next = next_[static_cast<std::size_t>(current_)];
    next.kind = operation.kind;
    next.place = operation.place;
    next.object = operation.object;
    next.also = operation.also;
    next.size = operation.size;
  }
  void end_step();
  void come_to_step();
  void make_step();
  bool make_wait(SyncObject* object, Time deadline, bool ready);
  void go_on();
  void become(ThreadId thread) {
    current_ = thread;
    self_ = &threads_[static_cast<std::size_t>(thread)];
    stutter_.run(thread);
  }
  ThreadId pick();
  [[nodiscard]] ThreadSet candidates();
  void note_effects(const Operation& operation);
  void record(const Operation& operation);
  [[noreturn]] void end_thread();
  void give_up(ThreadId thread);
  [[nodiscard]] bool somebody_sleeps() const;
  bool advance_time();
  void let_time_pass();
  bool wake_for_a_look();
  bool go_round_once_more();
  void look(const Operation& operation);
  [[nodiscard]] bool is_librarys(const Operation& operation) const {
    const bool atomic = operation.kind == OpKind::kLoad || operation.kind == OpKind::kStore ||
                        operation.kind == OpKind::kReadModifyWrite;
    return atomic && places_.in_stop_state != nullptr && places_.in_stop_state(own_stack());
  }
  [[noreturn]] void abandon();
  void check_progress();
  bool prefer_one_that_backs_off();

  std::unique_ptr<Carrier> carrier_;
  Places places_;
  std::array<Thread, kMaxThreads> threads_{};
  std::array<Operation, kMaxThreads> next_{};
  int known_ = 0;
  ThreadId current_ = 0;
  Thread* self_ = threads_.data();  ///< the current one: asked for at each access to memory
  ThreadSet alive_ = 0;
  ThreadSet enabled_ = 0;
  ThreadSet enabled_lately_ = 0;
  ThreadSet ran_lately_ = 0;
  Fairness fairness_;
  Stutter stutter_;
  Effects effects_;               ///< of the running thread's latest step
  const void* caller_ = nullptr;  ///< where the call of the program that is being served returns to

  Strategy* strategy_ = nullptr;
  const Rules* rules_ = nullptr;
  const std::function<void()>* body_ = nullptr;
  Schedule schedule_;
  std::vector<StepDigest> digests_;
  std::vector<Step>* trace_ = nullptr;
  Outcome outcome_;

  SyncTable sync_;
  Shadow shadow_;
  Time now_ = 0;
  std::uint64_t steps_ = 0;
  std::uint64_t last_change_ = 0;  ///< the step at which some thread last changed something
  std::uint64_t time_moved_ = 0;   ///< the step at which time last passed
  unsigned spurious_events_ = 0;
  unsigned rounds_in_vain_ = 0;  ///< that threads were let go for because all that could go on were held

  ThreadSet preferred_ = 0;  ///< the thread that goes first, for a while
  std::uint64_t prefer_until_ = 0;

  // At a dead end only: the schedule is over, and threads are woken one by one to see who missed its call.
  ThreadSet have_looked_ = 0;
  const void* looked_at_ = nullptr;          ///< the object that the thread woken last waited on
  std::optional<RawFinding> if_it_goes_on_;  ///< what is found unless the thread that was woken last waits again
};

/// The engine of this process. Nothing of it is used before `main`.
extern Engine the_engine;
[[nodiscard]] inline Engine& engine() { return the_engine; }

}  // namespace lockstep::explorer
