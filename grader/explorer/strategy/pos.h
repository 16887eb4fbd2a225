#pragma once

#include "explorer/strategy/pos_priorities.h"
#include "explorer/strategy/random_source.h"
#include "explorer/strategy/strategy.h"

namespace lockstep::explorer {

/// Partial-order sampling (Yuan, Yang, Gu, CAV 2018): partial orders, not interleavings, come out about alike.
class PosStrategy final : public Strategy {
 public:
  explicit PosStrategy(std::uint64_t seed) : sources_(seed) {}

  [[nodiscard]] bool begin() override;
  [[nodiscard]] ThreadId pick_thread(const SchedulingPoint& point) override;
  [[nodiscard]] unsigned pick_value(unsigned options, ChoiceBias bias) override { return random_.value(options, bias); }
  [[nodiscard]] bool draws_independently() const override { return true; }

 private:
  ScheduleSources sources_;
  RandomSource random_{0};
  PosPriorities priorities_;
};

}  // namespace lockstep::explorer
