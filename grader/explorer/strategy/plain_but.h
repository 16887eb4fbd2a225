#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <utility>

#include "explorer/strategy/deviation.h"
#include "explorer/strategy/strategy.h"

namespace lockstep::explorer {

/// The plain schedule but for given deviations, once. A deviation whose moment does not come, or whose choice is not
/// possible then, is left out; so is one that would preempt a thread where it did not before.
class PlainButStrategy final : public Strategy {
 public:
  explicit PlainButStrategy(std::span<const Deviation> deviations) {
    for (const Deviation& deviation : deviations) deviations_.emplace(key(deviation.moment), deviation);
  }

  [[nodiscard]] bool begin() override { return !std::exchange(begun_, true); }

  [[nodiscard]] ThreadId pick_thread(const SchedulingPoint& point) override {
    const Deviation* deviation = at(moments_.of_thread(point.running));
    if (deviation == nullptr || !point.candidates.contains(deviation->chosen)) return point.plain();
    return point.running_can_go_on() && !deviation->preempts ? point.running : deviation->chosen;
  }

  [[nodiscard]] unsigned pick_value(unsigned options, ChoiceBias) override {
    const Deviation* deviation = at(moments_.of_value());
    return deviation != nullptr && deviation->chosen < options ? deviation->chosen : 0;
  }

  void on_step(ThreadId thread, const Operation&) override { moments_.on_step(thread); }

 private:
  [[nodiscard]] static std::uint64_t key(const Moment& moment) {
    constexpr unsigned kValueBits = 20;
    constexpr unsigned kStepBits = 32;
    return (static_cast<std::uint64_t>(moment.thread) << (kStepBits + kValueBits)) |
           (static_cast<std::uint64_t>(moment.steps) << kValueBits) | (moment.values & ((1U << kValueBits) - 1));
  }

  [[nodiscard]] const Deviation* at(const Moment& moment) const {
    const auto found = deviations_.find(key(moment));
    return found == deviations_.end() ? nullptr : &found->second;
  }

  std::unordered_map<std::uint64_t, Deviation> deviations_;
  Moments moments_;
  bool begun_ = false;
};

}  // namespace lockstep::explorer
