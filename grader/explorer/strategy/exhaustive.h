#pragma once

#include <array>
#include <optional>
#include <vector>

#include "explorer/schedule/schedule.h"
#include "explorer/strategy/execution.h"
#include "explorer/strategy/strategy.h"

namespace lockstep::explorer {

/// All interleavings, depth first: each schedule goes where the one before went, up to the last choice that has a
/// branch left. Of interleavings that differ only in the order of independent steps one is run. Whether two steps
/// depend on each other follows from what they did. Two means work together:
///
/// - Source sets (Abdulla, Aronis, Jonsson, Sagonas, "Optimal Dynamic Partial Order Reduction", POPL 2014, section 5):
/// a
///   choice gets a branch only when some schedule shows a step that depends on the chosen one and can come before it.
/// - Sleep sets (Godefroid, "Partial-Order Methods for the Verification of Concurrent Systems", 1996, ch. 5): a
/// schedule
///   that others stand for ends as soon as this shows.
///
/// A step that lets others go on (an unlock) cannot come behind those, so what they depend on is looked for behind it
/// too.
///
/// With a preemption bound, only those in which at most so many switches leave a thread that could have gone on
/// (Musuvathi, Qadeer, PLDI 2007); both are then off, for they could hide the representative that keeps to the bound.
class ExhaustiveStrategy final : public Strategy {
 public:
  /// \param source_sets  tests compare with what is run without them
  explicit ExhaustiveStrategy(std::optional<int> preemption_bound, bool source_sets = true)
      : bound_(preemption_bound), source_sets_(source_sets && !preemption_bound) {
    want_effects(!bound_);
  }

  [[nodiscard]] bool begin() override;
  [[nodiscard]] ThreadId pick_thread(const SchedulingPoint& point) override;
  [[nodiscard]] unsigned pick_value(unsigned options, ChoiceBias bias) override;
  void on_step(ThreadId thread, const Operation& operation) override;
  void on_effects(ThreadId thread, const Effects& effects) override;
  void end(std::uint64_t steps, bool whole) override;
  [[nodiscard]] bool begins_with_the_plain_schedule() const override { return true; }
  [[nodiscard]] Covered covered() const override;

  /// All that the bound allows was run.
  [[nodiscard]] bool finished() const { return finished_; }

  /// The bound has kept an interleaving out.
  [[nodiscard]] bool cut() const { return cut_; }

  /// The interleavings run, without those that were left in the middle because others stand for them.
  [[nodiscard]] std::uint64_t run() const { return run_; }

 private:
  /// A thread's step that other schedules have made.
  struct Explored {
    ThreadId thread = 0;
    Effects effects;
  };

  /// A choice on the way that the current schedule takes.
  struct Node {
    Choice::Kind kind = Choice::kThread;
    ThreadSet candidates;  ///< for a thread
    ThreadSet left;        ///< those to take
    ThreadSet taken;       ///< with the current one
    unsigned options = 0;  ///< for a value: how many there are; they are taken in turn
    ThreadSet asleep;      ///< whose next step other schedules have made from here
    unsigned chosen = 0;
    int preemptions = 0;                  ///< on the way to here
    std::size_t events = 0;               ///< on the way to here
    Effects effects = {};                 ///< of the chosen thread's step, in all schedules that made it here
    std::vector<Explored> explored = {};  ///< the branches taken before the current one
  };

  /// A schedule with more steps is long: threads take turns where nothing is to be tried.
  static constexpr std::uint64_t kLong = 4096;

  /// The branch that is taken first: the running thread goes on. In a long schedule it is the thread that has not run
  /// for the longest time, so that two which only try again do not keep the one from running that they try against.
  [[nodiscard]] ThreadId first_of(const ThreadSet& threads, ThreadId running) const;

  [[nodiscard]] static bool has_branch_left(const Node& node);
  [[nodiscard]] Node thread_node(const SchedulingPoint& point);
  void add_event(ThreadId thread, const Effects& effects);
  void reverse_races();
  [[nodiscard]] bool let_come_first(std::size_t event);
  void branch_everywhere();

  std::optional<int> bound_;
  bool source_sets_;
  std::vector<Node> path_;
  std::size_t depth_ = 0;
  ThreadSet asleep_;
  std::array<Effects, kMaxThreads> slept_on_{};  ///< what the next step of those asleep did in other schedules
  std::optional<std::size_t> chose_step_;        ///< the choice of the latest step, until its effects are known
  Execution execution_;
  std::optional<OpKind> pending_;                         ///< of the latest step, until its effects are known
  std::vector<std::size_t> ordered_;                      ///< events that the latest one was found to race with
  std::uint64_t steps_ = 0;                               ///< of this schedule
  std::array<std::uint64_t, kMaxThreads> latest_step_{};  ///< of each thread, in a long schedule
  std::size_t events_ = 0;    ///< of this schedule; the first ones are those of the schedule before
  bool time_passed_ = false;  ///< since the latest event
  int preemptions_ = 0;
  bool redundant_ = false;  ///< all that is left of this schedule, others have run
  bool finished_ = false;
  bool cut_ = false;
  std::uint64_t run_ = 0;
};

}  // namespace lockstep::explorer
