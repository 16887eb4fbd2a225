#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "explorer/engine/engine.h"
#include "explorer/explore/exploration.h"
#include "explorer/explore/foreign_threads.h"
#include "lockstep/coverage.h"

namespace lockstep::explorer {

/// Runs schedules of one program, each from the same beginning.
class Runner {
 public:
  Runner(const Program& program, const Rules& rules)
      : program_(program), rules_(rules), foreign_(program.owns_process ? std::optional<long>(1) : std::nullopt) {}

  /// \return what is wrong with the schedule, or nothing
  std::optional<RawFinding> run(Strategy& strategy, std::vector<Step>* trace = nullptr) {
    return run(strategy, rules_, trace);
  }
  std::optional<RawFinding> run(Strategy& strategy, const Rules& rules, std::vector<Step>* trace = nullptr);

  /// The same for a schedule that says nothing of how much was explored: one that was run before, or one that a
  /// finding's is compared with.
  std::optional<RawFinding> repeat(Strategy& strategy) { return repeat(strategy, rules_); }
  std::optional<RawFinding> repeat(Strategy& strategy, const Rules& rules);

  /// What holds when nothing else is said.
  [[nodiscard]] const Rules& rules() const { return rules_; }

  /// How many have been run.
  [[nodiscard]] std::uint64_t schedules() const { return tally_.schedules; }

  /// How many of them ended at the limit of steps: what comes behind it was not run.
  [[nodiscard]] std::uint64_t cut() const { return tally_.cut; }

  /// What the schedules so far depended on; a search's preemptions are the strategy's to say.
  [[nodiscard]] Coverage::Bounds bounds() const {
    return {.spurious_events = tally_.spurious ? rules_.spurious_budget : 0,
            .preemptions = std::nullopt,
            .steps = rules_.most_steps,
            .fair = tally_.unfair,
            .stale_reads = rules_.stale_read_budget > 0 ? std::optional(rules_.stale_read_budget) : std::nullopt,
            .time_exact = tally_.timed && !rules_.busy_machine};
  }

 private:
  /// Of the schedules that count.
  struct Tally {
    std::uint64_t schedules = 0;
    std::uint64_t cut = 0;
    bool unfair = false;
    bool spurious = false;
    bool timed = false;
  };

  std::optional<RawFinding> run(Strategy& strategy, const Rules& rules, std::vector<Step>* trace, bool counts);

  const Program& program_;
  const Rules rules_;
  const ForeignThreads foreign_;
  Tally tally_;
};

}  // namespace lockstep::explorer
