#pragma once

#include <array>
#include <optional>
#include <vector>

#include "explorer/schedule/schedule.h"
#include "explorer/strategy/strategy.h"

namespace lockstep::explorer {

/// All interleavings, depth first: each schedule goes where the one before went, up to the last choice that has a
/// branch left. Of interleavings that differ only in the order of independent steps one is run (sleep sets: Godefroid,
/// "Partial-Order Methods for the Verification of Concurrent Systems", 1996, ch. 5). Whether two steps depend on each
/// other follows from what they did.
///
/// With a preemption bound, only those in which at most so many switches leave a thread that could have gone on
/// (Musuvathi, Qadeer, PLDI 2007); sleep sets are then off, for they could hide the representative that keeps to the
/// bound.
class ExhaustiveStrategy final : public Strategy {
 public:
  explicit ExhaustiveStrategy(std::optional<int> preemption_bound) : bound_(preemption_bound) { want_effects(!bound_); }

  [[nodiscard]] bool begin() override;
  [[nodiscard]] ThreadId pick_thread(const SchedulingPoint& point) override;
  [[nodiscard]] unsigned pick_value(unsigned options, ChoiceBias bias) override;
  void on_step(ThreadId thread, const Operation& operation) override;
  void on_effects(ThreadId thread, const Effects& effects) override;
  void end(std::uint64_t steps) override;
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
    ThreadSet left;        ///< those not taken yet
    unsigned options = 0;  ///< for a value: how many there are; they are taken in turn
    ThreadSet asleep;      ///< whose next step other schedules have made from here
    unsigned chosen = 0;
    int preemptions = 0;                  ///< on the way to here
    Effects effects = {};                 ///< of the chosen thread's step, in all schedules that made it here
    std::vector<Explored> explored = {};  ///< the branches taken before the current one
  };

  [[nodiscard]] static bool has_branch_left(const Node& node);
  [[nodiscard]] Node thread_node(const SchedulingPoint& point);

  std::optional<int> bound_;
  std::vector<Node> path_;
  std::size_t depth_ = 0;
  ThreadSet asleep_;
  std::array<Effects, kMaxThreads> slept_on_{};  ///< what the next step of those asleep did in other schedules
  std::optional<std::size_t> chose_step_;        ///< the choice of the latest step, until its effects are known
  int preemptions_ = 0;
  bool redundant_ = false;  ///< all that is left of this schedule, others have run
  bool finished_ = false;
  bool cut_ = false;
  std::uint64_t run_ = 0;
};

}  // namespace lockstep::explorer
