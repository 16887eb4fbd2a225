#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "explorer/finding/finding.h"
#include "explorer/model/annotations.h"
#include "explorer/model/driver.h"
#include "explorer/model/fairness.h"
#include "explorer/model/request.h"
#include "explorer/model/rules.h"
#include "explorer/model/sequential_order.h"
#include "explorer/model/stutter.h"
#include "explorer/model/sync_object.h"
#include "explorer/model/thread.h"
#include "explorer/schedule/effects.h"
#include "explorer/schedule/operation.h"

namespace lockstep::explorer {

/// A step that was made, as digests.
struct StepDigest {
  std::uint32_t what = 0;  ///< which thread did what: two runs of one schedule are the same when these are
  std::uint32_t left = 0;  ///< the value that it left; differs between runs
};

/// A program as a transition system: its threads, each with the step that it is about to make, and what they
/// synchronise with. It knows neither how threads are carried nor how the next one is chosen.
///
/// A thread announces its next step; `enabled` says which threads can make theirs; `run` makes one. What a step does to
/// mutexes, condition variables, semaphores, barriers and time is done there. The values of atomics and other memory
/// are the program's own: for those, a step only says when.
class State {
 public:
  State();
  ~State();
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  /// There are no threads.
  void begin(const Rules& rules, Driver& driver);

  /// A new thread, which is about to begin. \return -1 when there are too many
  ThreadId create(Place place);

  /// The thread is over: those that join it can go on.
  void end(ThreadId thread);

  void release_number(ThreadId thread) { this->thread(thread).state = Thread::State::kFree; }

  /// What the thread, which runs, is about to do. Of a wait: from now on it can be made only when what it waits for has
  /// come, or its deadline. \return false when no other thread could notice it: it is done at once, without a step
  bool announce(ThreadId thread, const Request& request);

  /// The threads that can make their steps. When there is none, time passes; when that does not help, the set is empty.
  /// It holds until the next step.
  [[nodiscard]] const ThreadSet& enabled() {
    if (is_plain() && !ready_.empty()) [[likely]]
      return ready_;
    enabled_ = enabled_by_rules();
    return enabled_;
  }

  /// Makes the thread's step. When the thread `continues` after it, its next step is announced already.
  /// \return what the step did, so far as the model does it: an access to memory that follows may add to it
  const Effects& run(ThreadId thread);

  /// What the latest step has shown to be wrong, once.
  [[nodiscard]] std::optional<RawFinding> take_wrong() { return std::exchange(wrong_, std::nullopt); }
  [[nodiscard]] bool is_wrong() const { return wrong_.has_value(); }

  [[nodiscard]] const Assumptions& assumed() const { return assumed_; }

  // ---- What there is.

  [[nodiscard]] ThreadId current() const { return current_; }
  [[nodiscard]] Thread& self() { return *self_; }
  [[nodiscard]] Thread& thread(ThreadId id) { return threads_[static_cast<std::size_t>(id)]; }
  [[nodiscard]] const Thread& thread(ThreadId id) const { return threads_[static_cast<std::size_t>(id)]; }
  [[nodiscard]] std::span<Thread> threads() { return {threads_.data(), static_cast<std::size_t>(known_)}; }
  [[nodiscard]] std::span<const Thread> threads() const { return {threads_.data(), static_cast<std::size_t>(known_)}; }
  [[nodiscard]] SyncTable& sync() { return sync_; }
  [[nodiscard]] const Rules& rules() const { return *rules_; }
  [[nodiscard]] Stutter& stutter() { return stutter_; }
  [[nodiscard]] Annotations& annotations() { return annotations_; }
  [[nodiscard]] SequentialOrder& sequential() { return sequential_; }
  [[nodiscard]] const SequentialOrder& sequential() const { return sequential_; }

  /// The threads that have begun, or will, and are not over.
  [[nodiscard]] const ThreadSet& alive() const { return alive_; }

  /// Those that wait for nothing, be they held back or not.
  [[nodiscard]] const ThreadSet& ready() const { return ready_; }

  /// What a thread is about to do, or waits for.
  [[nodiscard]] const Operation& next(ThreadId id) const { return next_[static_cast<std::size_t>(id)]; }
  [[nodiscard]] std::span<const Operation> all_next() const { return next_; }

  [[nodiscard]] std::uint64_t steps() const { return steps_; }
  [[nodiscard]] std::span<const StepDigest> digests() const { return {digests_.data(), digests_made_}; }

  [[nodiscard]] Time now() const { return now_; }
  void pass_time(Time nanoseconds) {
    now_ += nanoseconds;
    effects_.use_time();
  }

  /// The earliest deadline comes. \return false when no thread waits for one
  bool advance_time();

  /// A busy machine lets time pass, perhaps.
  void let_time_pass();

  /// Lets a thread that is held go round its loop once more, where others can go on in the middle of that.
  bool go_round_once_more();

  /// No thread can go on but those that are held. Lets one go that has not seen yet how late it is, a few times.
  bool look_at_the_time();

  // ---- What steps are made of: always the running thread's.

  void make_ready(const ThreadSet& threads) {
    if (threads.empty()) return;
    ready_ |= threads & alive_;
  }
  void block(const ThreadSet& threads) { ready_ -= threads; }

  /// Wakes a thread that waits on `condition`, or on an atomic: of a condition's, it waits for its mutex from now on.
  void wake(SyncObject& condition, ThreadId thread);

  /// The operation of the running thread goes on with another step.
  void go_on_with(const Request& request);

  /// The running thread sleeps on `object`, of its step, until another one wakes it or the deadline comes.
  void sleep_on(SyncObject& object, Time deadline);

  [[nodiscard]] unsigned choose(unsigned options, ChoiceBias bias) {
    return options < 2 ? 0 : driver_->choose(options, bias);
  }

  /// Any one of a set that is not empty.
  [[nodiscard]] ThreadId choose_of(const ThreadSet& set) {
    return member(set, choose(static_cast<unsigned>(set.size()), ChoiceBias::kEven));
  }

  /// Whether something unusual but allowed happens now (a spurious wake-up); not for ever.
  bool spurious_event();
  void allow_no_more_spurious_events() { spurious_events_ = rules_->spurious_budget; }

  /// Whether one more load of the schedule may read what is not the latest.
  [[nodiscard]] bool may_read_stale() const { return stale_reads_ < rules_->stale_read_budget; }
  void note_stale_read() { ++stale_reads_; }

  /// The running thread's step is a sequentially consistent access: its place among the fences shows.
  /// The step changes who waits for the object, or goes past those that do: with a bypass bound, the order matters.
  void touch_queue(const SyncObject& object) {
    if (rules_->bypass_bound) [[unlikely]]
      effects_.touch(&object.waiters, 1, true);
  }

  void touch_sequential_order() { effects_.touch(&sequential_, 1, false); }

  /// The running thread has seen what it saw before, for the `times`-th time; 0 is the first look. A thread that looks
  /// again and again only waits for others, and in the end they come first.
  void looked_again(std::uint32_t times);

  /// The running thread's latest operation got it nowhere.
  void failed_attempt() {
    ++self().failed_attempts;
    driver_->on_failed_attempt();
  }

  /// The running thread's latest step is an attempt that failed.
  void refuse(std::string_view note) {
    self().ending = Ending::kRefused;
    effects_.only_read();
    annotate(note);
  }

  /// What the latest step was to change, it left as it was.
  void only_read() { effects_.only_read(); }

  /// What the latest step stored was there already.
  void kept_values() { effects_.kept_values(); }

  /// The running thread has changed a lock or an atomic, which shows when it is changed back.
  /// \param value  what it is now: tells a loop that gets on from one that does not
  void changed(std::uint64_t value = 0) {
    self().spin.made_progress();
    last_change_ = steps_;
    if (digests_made_ > 0) digests_[digests_made_ - 1].left ^= static_cast<std::uint32_t>(value * 0x9E37'79B1U);
  }

  /// The running thread has changed something else that others can see: it made a thread, or woke one.
  void made_progress() {
    changed();
    stutter_.give_up_round();
  }

  /// Adds to the text of the latest step.
  void annotate(std::string_view text) { driver_->on_note(text); }

  /// The latest step has shown that something is wrong.
  [[gnu::cold]] void report(RawFinding finding) {
    if (!wrong_) wrong_ = std::move(finding);
  }

  /// One of them goes first, for some steps.
  void prefer(ThreadId thread, std::uint64_t steps) {
    preferred_ = only(thread);
    prefer_until_ = steps_ + steps;
    rules_apply_ = true;
    assumed_.unfair = true;
  }

 protected:
  void become(ThreadId thread) {
    current_ = thread;
    self_ = &threads_[static_cast<std::size_t>(thread)];
    stutter_.run(thread);
  }

  /// For an operation that the model knows nothing of but when it is made. Member by member, where it is called: an
  /// operation put together in memory and copied at once would be read back before its parts are there.
  void announce(const Operation& operation) {
    Operation& next = next_[static_cast<std::size_t>(current_)];
    next.kind = operation.kind;
    next.place = operation.place;
    next.object = operation.object;
    next.also = operation.also;
    next.size = operation.size;
  }

  /// Counts the running thread's step.
  /// \param effects_wanted  somebody asks what steps did
  void count_step(bool effects_wanted) {
    const Operation& operation = next(current_);
    ++steps_;
    if (digests_made_ == digest_room_) [[unlikely]]
      make_room_for_digests();
    digests_[digests_made_++] = {digest(current_, operation), 0};
    if (rules_apply_) fairness_.ran(current_, ready_);
    if (effects_wanted || stutter_.watches()) begin_effects(operation);
  }

  /// Does what the running thread's step does in the model.
  void make_transition();

  [[nodiscard]] const Effects& effects() const { return effects_; }
  void leave_no_thread() { alive_ = {}; }

 private:
  /// Steps, where some thread sleeps and none is out of work, after which time passes.
  static constexpr std::uint64_t kTimePassesAfter = 4096;

  /// Nothing keeps a ready thread from going on, or lets time pass.
  [[nodiscard]] bool is_plain() const {
    return !rules_apply_ && steps_ % kTimePassesAfter != 0 && stutter_.held().empty();
  }
  [[nodiscard]] ThreadSet enabled_by_rules();
  /// Without the place, which only a replay knows exactly.
  [[nodiscard]] static std::uint32_t digest(ThreadId thread, const Operation& operation) {
    const auto mixed = (static_cast<std::uint64_t>(operation.kind) << 8) ^ static_cast<std::uint64_t>(thread);
    return static_cast<std::uint32_t>((mixed * 0x9E37'79B9'7F4A'7C15) >> 32);
  }

  void begin_effects(const Operation& operation);
  [[gnu::cold]] void make_room_for_digests();
  void step_back(ThreadId thread, const ThreadSet& enabled) {
    fairness_.deprioritise(thread, enabled);
    rules_apply_ = true;
  }
  void wait(ThreadId id, const Request& request, bool ready);
  void end_wait();
  void give_up(ThreadId id);
  [[nodiscard]] bool somebody_sleeps() const;

  std::array<Thread, kMaxThreads> threads_{};
  std::array<Operation, kMaxThreads> next_{};
  int known_ = 0;
  ThreadId current_ = 0;
  Thread* self_ = threads_.data();  ///< the current one: asked for at each access to memory
  ThreadSet alive_;
  ThreadSet ready_;
  ThreadSet enabled_;         ///< the latest, where they were not all that are ready
  bool rules_apply_ = false;  ///< time may pass at any step, or some thread has stepped back or is preferred
  const Rules* rules_ = nullptr;
  Driver* driver_ = nullptr;

  SyncTable sync_;
  SequentialOrder sequential_;
  Annotations annotations_;
  Fairness fairness_;
  Stutter stutter_;
  Effects effects_;  ///< of the running thread's latest step
  std::optional<RawFinding> wrong_;
  Assumptions assumed_;
  std::vector<StepDigest> digests_;
  std::size_t digests_made_ = 0;  ///< in this schedule: it costs less than to grow and shrink the vector
  std::size_t digest_room_ = 0;   ///< digests_.size(), which the vector would compute at each step

  Time now_ = 0;
  std::uint64_t steps_ = 0;
  std::uint64_t last_change_ = 0;  ///< the step at which some thread last changed something
  std::uint64_t time_moved_ = 0;   ///< the step at which time last passed
  unsigned spurious_events_ = 0;
  unsigned stale_reads_ = 0;
  unsigned rounds_by_time_ = 0;  ///< that threads were let go for because the time had passed in theirs
  unsigned rounds_in_vain_ = 0;  ///< that threads were let go for because all that could go on were held

  ThreadSet preferred_;  ///< the thread that goes first, for a while
  std::uint64_t prefer_until_ = 0;
};

}  // namespace lockstep::explorer
