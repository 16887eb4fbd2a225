#pragma once

#include "explorer/strategy/random_source.h"
#include "explorer/strategy/strategy.h"

namespace lockstep::explorer {

/// A random walk: any candidate, all alike. The baseline that others are compared with.
class RandomStrategy final : public Strategy {
 public:
  explicit RandomStrategy(std::uint64_t seed) : sources_(seed) {}

  [[nodiscard]] bool begin() override {
    random_ = sources_.next();
    return true;
  }
  [[nodiscard]] ThreadId pick_thread(const SchedulingPoint& point) override { return random_.member(point.candidates); }
  [[nodiscard]] unsigned pick_value(unsigned options, ChoiceBias bias) override { return random_.value(options, bias); }
  [[nodiscard]] bool draws_independently() const override { return true; }

 private:
  ScheduleSources sources_;
  RandomSource random_{0};
};

}  // namespace lockstep::explorer
