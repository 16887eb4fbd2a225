#pragma once

#include <pthread.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "explorer/carrier/carrier.h"
#include "explorer/engine/places.h"
#include "explorer/finding/finding.h"
#include "explorer/image/reached.h"
#include "explorer/image/stack.h"
#include "explorer/memory/shadow.h"
#include "explorer/model/state.h"
#include "explorer/schedule/schedule.h"
#include "explorer/strategy/strategy.h"

namespace lockstep::explorer {

/// How a schedule ended.
struct Outcome {
  std::optional<RawFinding> finding;
  bool cut = false;  ///< by the limit on steps: it proves nothing
  Assumptions assumed;
  std::uint64_t steps = 0;
};

/// What runs a thread's function, and ends a thread: it knows the C library's threads, as the engine does not.
struct ThreadCalls {
  /// Runs the function, until it returns or the thread leaves it in another way.
  void (*run_function)(Thread& thread) = nullptr;
  /// Runs the destructors of the running thread's thread-specific data.
  void (*run_key_destructors)() = nullptr;
};

/// Runs schedules of one program, one at a time, under a strategy: the one place that decides which thread goes on. It
/// drives the model, and carries the program's threads from step to step.
///
/// The parts that stand in for the program's calls use it from the thread that runs: they announce each visible
/// operation with `step` or `perform`, and take effect when that returns. Nothing here is for more than one real thread
/// at a time.
class Engine final : public State, private Driver {
 public:
  Engine();
  ~Engine();

  void use(std::unique_ptr<Carrier> carrier) { carrier_ = std::move(carrier); }
  [[nodiscard]] bool has_carrier() const { return carrier_ != nullptr; }
  [[nodiscard]] Carrier& carrier() { return *carrier_; }
  void use(Places places) { places_ = std::move(places); }
  [[nodiscard]] const Places& places() const { return places_; }
  void use(const ThreadCalls& calls) { calls_ = calls; }

  /// Runs `body` once, as thread 0, under `strategy`, which has begun a schedule.
  /// \param trace  when given, gets every step: slow, for a replay
  Outcome run(const std::function<void()>& body, Strategy& strategy, const Rules& rules,
              std::vector<Step>* trace = nullptr);

  /// The choices of the latest schedule.
  [[nodiscard]] const Schedule& schedule() const { return schedule_; }

  /// Runs a thread of the program: where a carrier begins.
  static void run_thread(ThreadId thread);

  /// Ends the running thread, whose function is over.
  [[noreturn]] void leave_thread();

  /// No other thread of the program is left.
  [[nodiscard]] bool alone() const { return alive() == only(current()); }

  /// A schedule is under way, be it in the program or in the engine.
  [[nodiscard]] bool running() const { return !alive().empty(); }

  // ---- For what stands in for the program's calls: always the running thread's.

  [[nodiscard]] Shadow& shadow() { return shadow_; }

  /// Announces what the running thread is about to do, of which the model knows nothing else, and lets the strategy say
  /// which thread goes on. Returns when it is this thread.
  void step(const Operation& operation) {
    announce(operation);
    make_step();
  }

  /// The same for what the model does, with all its steps.
  Ending perform(const Request& request);

  /// \param check  called when the first step is made, before what it does
  template <class Check>
  Ending perform(const Request& request, Check check) {
    if (!come_to(request)) return self().ending;
    make_step();
    check();
    return finish();
  }

  [[nodiscard]] bool tracing() const { return trace_ != nullptr; }

  /// An address inside the call that returns to `caller`: its line is meant.
  [[nodiscard]] static std::uintptr_t call_at(const void* caller) {
    return reinterpret_cast<std::uintptr_t>(caller) - 1;
  }

  /// Where the program is, given from where the explorer was called. Exact only in a replay.
  [[nodiscard]] Place place_of(const void* caller) {
    caller_ = caller;
    if (the_reached.is_known()) [[unlikely]]
      the_reached.mark(place_of_instruction(caller));
    return trace_ == nullptr ? place_of_instruction(caller) : exact_place_of(call_at(caller));
  }

  /// Where in the program the call to the explorer was made, be it in a library's header.
  [[nodiscard]] static Place place_of_instruction(const void* caller) { return image().place(call_at(caller)); }

  /// \return the new thread's number; -1 when there are too many
  ThreadId create(void* (*function)(void*), void* argument, bool detached, Place place);
  [[nodiscard]] std::optional<ThreadId> find(pthread_t self) const;

  /// Ends the schedule here with a finding. The threads are left where they stand.
  [[noreturn, gnu::cold]] void fail(RawFinding finding);

  /// Ends it when the latest step has shown that something is wrong.
  void fail_if_wrong() {
    if (is_wrong()) [[unlikely]]
      fail_as_shown();
  }

  /// Notes a finding that does not keep the schedule from going on.
  void note(RawFinding finding);

 private:
  [[noreturn, gnu::cold]] void fail_as_shown();
  [[noreturn, gnu::cold]] void fail_as_diverged();
  [[nodiscard]] unsigned choose(unsigned options, ChoiceBias bias) override;
  void on_time_passed() override;
  void on_failed_attempt() override;
  void on_note(std::string_view note) override;

  void begin_schedule(Strategy& strategy, const Rules& rules, std::vector<Step>* trace);
  [[nodiscard, gnu::cold]] Place exact_place_of(std::uintptr_t address) const;
  [[gnu::always_inline]] inline bool begin_operation(const Request& request);
  bool come_to(const Request& request);
  Ending finish();
  [[gnu::always_inline]] inline void come_to_step();
  void make_step();
  [[gnu::always_inline]] inline void end_step();
  [[gnu::always_inline]] inline void go_on();
  ThreadId pick();
  [[nodiscard, gnu::always_inline]] inline const ThreadSet& candidates();
  [[gnu::cold]] void leave_dead_end();
  [[gnu::always_inline]] inline void record();
  [[noreturn]] void end_thread();
  bool wake_for_a_look();
  [[gnu::cold]] void look(const Operation& operation);
  [[gnu::cold]] void trace_step(const Operation& operation);
  void trace_what_is_held();
  void trace_dead_end();
  void end_trace();
  [[nodiscard]] bool is_librarys(const Operation& operation) const;
  [[noreturn]] void abandon();
  void check_progress();
  bool prefer_one_that_backs_off();

  std::unique_ptr<Carrier> carrier_;
  Places places_;
  ThreadCalls calls_;
  Shadow shadow_;
  const void* caller_ = nullptr;  ///< where the call of the program that is being served returns to

  Strategy* strategy_ = nullptr;
  const std::function<void()>* body_ = nullptr;
  Schedule schedule_;
  std::vector<Step>* trace_ = nullptr;
  std::vector<Step> waiting_;  ///< of a trace: what threads waited for at a dead end, if it was the end
  Outcome outcome_;
  ThreadSet ready_lately_;
  ThreadSet ran_lately_;

  // At a dead end only: the schedule is over, and threads are woken one by one to see which missed its call.
  ThreadSet have_looked_;
  bool looking_ = false;                     ///< a thread was woken for that
  const void* looked_at_ = nullptr;          ///< the object that the thread woken last waited on
  std::optional<RawFinding> if_it_goes_on_;  ///< what is found unless the thread that was woken last waits again
};

/// The engine of this process. Nothing of it is used before `main`.
extern Engine the_engine;
[[nodiscard]] inline Engine& engine() { return the_engine; }

}  // namespace lockstep::explorer
