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
    if (at_end()) {
      return point.running_can_go_on() ? point.running : point.candidates.first();
    }
    const Choice choice = schedule_.choices()[next_++];
    const bool possible = choice.kind == Choice::kThread && point.candidates.contains(choice.chosen);
    return possible ? ThreadId{choice.chosen} : -1;
  }

  [[nodiscard]] unsigned pick_value(unsigned options, ChoiceBias) override {
    if (at_end()) return 0;
    const Choice choice = schedule_.choices()[next_++];
    return choice.kind == Choice::kValue && choice.chosen < options ? choice.chosen : 0;
  }

 private:
  [[nodiscard]] bool at_end() const { return next_ >= schedule_.choices().size(); }

  Schedule schedule_;
  std::size_t next_ = 0;
  bool begun_ = false;
};

}  // namespace lockstep::explorer
