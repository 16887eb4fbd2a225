#pragma once

#include <cstdint>
#include <optional>
#include <tuple>
#include <utility>
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

  /// The same for a schedule that was run before: it does not count again.
  std::optional<RawFinding> repeat(Strategy& strategy) {
    const auto counted = std::pair(schedules_, cut_);
    auto finding = run(strategy);
    std::tie(schedules_, cut_) = counted;
    return finding;
  }

  /// What holds when nothing else is said.
  [[nodiscard]] const Rules& rules() const { return rules_; }

  /// How many have been run.
  [[nodiscard]] std::uint64_t schedules() const { return schedules_; }

  /// How many of them ended at the limit of steps: what comes behind it was not run.
  [[nodiscard]] std::uint64_t cut() const { return cut_; }

  /// What the schedules so far depended on; a search's preemptions are the strategy's to say.
  [[nodiscard]] Coverage::Bounds bounds() const {
    return {.spurious_events = spurious_ ? rules_.spurious_budget : 0,
            .preemptions = std::nullopt,
            .steps = rules_.most_steps,
            .fair = unfair_,
            .time_exact = timed_ && !rules_.busy_machine};
  }

 private:
  const Program& program_;
  const Rules rules_;
  const ForeignThreads foreign_;
  std::uint64_t schedules_ = 0;
  std::uint64_t cut_ = 0;
  bool unfair_ = false;
  bool spurious_ = false;
  bool timed_ = false;
};

}  // namespace lockstep::explorer
