#pragma once

#include <utility>

#include "explorer/schedule/schedule.h"
#include "explorer/strategy/strategy.h"

namespace lockstep::explorer {

/// One given schedule, once. Beyond its end, and without one, the running thread goes on as long as it can.
class ReplayStrategy final : public Strategy {
 public:
  explicit ReplayStrategy(Schedule schedule) : schedule_(std::move(schedule)) {}

  [[nodiscard]] bool begin() override { return !std::exchange(begun_, true); }

  [[nodiscard]] ThreadId pick_thread(const SchedulingPoint& point) override {
    if (at_end()) return point.plain();
    const Choice choice = schedule_.choices()[next_++];
    const bool possible = choice.kind == Choice::kThread && point.candidates.contains(choice.chosen);
    if (!possible) misfit_ = true;
    return possible ? ThreadId{choice.chosen} : -1;
  }

  [[nodiscard]] unsigned pick_value(unsigned options, ChoiceBias) override {
    if (at_end()) return 0;
    const Choice choice = schedule_.choices()[next_++];
    const bool possible = choice.kind == Choice::kValue && choice.chosen < options;
    if (!possible) misfit_ = true;
    return possible ? choice.chosen : 0;
  }

  /// After a run: whether the program had each choice that it came to and, where it ran to its end, came to all.
  [[nodiscard]] bool fitted(bool to_its_end) const { return !misfit_ && (at_end() || !to_its_end); }

 private:
  [[nodiscard]] bool at_end() const { return next_ >= schedule_.choices().size(); }

  Schedule schedule_;
  std::size_t next_ = 0;
  bool begun_ = false;
  bool misfit_ = false;
};

}  // namespace lockstep::explorer
