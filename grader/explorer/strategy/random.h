#pragma once

#include "explorer/strategy/random_source.h"
#include "explorer/strategy/strategy.h"

namespace lockstep::explorer {

/// A random walk: any candidate, all alike. The baseline that others are compared with.
class RandomStrategy final : public Strategy {
 public:
  explicit RandomStrategy(std::uint64_t seed) : next_seed_(seed) {}

  [[nodiscard]] bool begin() override {
    random_ = RandomSource(next_seed_++);
    return true;
  }
  [[nodiscard]] ThreadId pick_thread(const SchedulingPoint& point) override { return random_.member(point.candidates); }
  [[nodiscard]] unsigned pick_value(unsigned options, ChoiceBias bias) override { return random_.value(options, bias); }
  [[nodiscard]] std::string seed() const override { return "random:" + std::to_string(next_seed_ - 1); }

 private:
  std::uint64_t next_seed_;
  RandomSource random_{0};
};

}  // namespace lockstep::explorer
