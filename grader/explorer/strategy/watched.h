#pragma once

#include <cstdint>
#include <vector>

#include "explorer/schedule/schedule.h"
#include "explorer/strategy/deviation.h"
#include "explorer/strategy/strategy.h"
#include "lockstep/reduction.h"

namespace lockstep::explorer {

/// Notes what another strategy chooses: how large its schedule is, and in what it deviates from the plain one.
class WatchedStrategy final : public Strategy {
 public:
  /// \param most_spurious_events  beyond so many in a schedule, the other strategy is not asked for more
  WatchedStrategy(Strategy& watched, std::uint64_t most_spurious_events)
      : watched_(watched), most_spurious_events_(most_spurious_events) {}

  [[nodiscard]] bool begin() override {
    moments_ = {};
    choices_.clear();
    deviations_.clear();
    needed_ = 0;
    size_ = {};
    const bool begun = watched_.begin();
    want_effects(watched_.wants_effects());
    return begun;
  }

  [[nodiscard]] ThreadId pick_thread(const SchedulingPoint& point) override {
    const ThreadId chosen = watched_.pick_thread(point);
    if (chosen < 0) return chosen;
    choices_.push({Choice::kThread, static_cast<std::uint8_t>(chosen)});
    if (chosen == point.plain()) return chosen;
    const bool preempts = point.running_can_go_on();
    if (preempts) ++size_.preemptions;
    note({moments_.of_thread(point.running), static_cast<std::uint8_t>(chosen), preempts});
    return chosen;
  }

  [[nodiscard]] unsigned pick_value(unsigned options, ChoiceBias bias) override {
    const Moment moment = moments_.of_value();
    const bool may_be_spurious = bias == ChoiceBias::kFirstIsLikely;
    const bool asks = !may_be_spurious || size_.spurious_events < most_spurious_events_;
    const unsigned chosen = asks ? watched_.pick_value(options, bias) : 0;
    choices_.push({Choice::kValue, static_cast<std::uint8_t>(chosen)});
    if (chosen == 0) return chosen;
    if (may_be_spurious) ++size_.spurious_events;
    note({moment, static_cast<std::uint8_t>(chosen), false});
    return chosen;
  }

  void on_step(ThreadId thread, const Operation& operation) override {
    moments_.on_step(thread);
    watched_.on_step(thread, operation);
  }

  void on_effects(ThreadId thread, const Effects& effects) override { watched_.on_effects(thread, effects); }

  void end(std::uint64_t steps, bool whole) override {
    size_.steps = steps;
    watched_.end(steps, whole);
  }

  // ---- Of the schedule that was run last.

  [[nodiscard]] const ScheduleSize& size() const { return size_; }
  [[nodiscard]] const std::vector<Deviation>& deviations() const { return deviations_; }

  /// Its choices as far as the last deviation: beyond, it is what follows by itself.
  [[nodiscard]] Schedule schedule() const { return choices_.first(needed_); }

 private:
  void note(const Deviation& deviation) {
    deviations_.push_back(deviation);
    needed_ = choices_.choices().size();
  }

  Strategy& watched_;
  std::uint64_t most_spurious_events_;
  Moments moments_;
  Schedule choices_;
  std::vector<Deviation> deviations_;
  std::size_t needed_ = 0;  ///< choices, up to the last deviation
  ScheduleSize size_;
};

}  // namespace lockstep::explorer
