#pragma once

#include <bit>

#include "explorer/strategy/random_source.h"
#include "explorer/strategy/strategy.h"

namespace lockstep::explorer {

/// Threads in turn, each for the same few steps, after a random start: what shows two threads that give way to each
/// other for ever, which any irregular schedule ends by chance.
class RotationStrategy final : public Strategy {
 public:
  explicit RotationStrategy(std::uint64_t seed) : next_seed_(seed) {}

  [[nodiscard]] bool begin() override {
    random_ = RandomSource(next_seed_++);
    quantum_ = 1 + random_.below(4);
    left_ = quantum_;
    irregular_ = random_.below(12);
    return true;
  }

  [[nodiscard]] ThreadId pick_thread(const SchedulingPoint& point) override {
    if (irregular_ > 0) {
      --irregular_;
      return random_.member(point.candidates);
    }
    if (point.running_can_go_on() && --left_ > 0) return point.running;
    left_ = quantum_;
    const ThreadSet above = point.candidates & ~((only(point.running) << 1) - 1);
    return std::countr_zero(above != 0 ? above : point.candidates);
  }

  [[nodiscard]] unsigned pick_value(unsigned, ChoiceBias) override { return 0; }

  [[nodiscard]] std::string seed() const override { return "rotation:" + std::to_string(next_seed_ - 1); }

 private:
  std::uint64_t next_seed_;
  RandomSource random_{0};
  std::uint64_t quantum_ = 1;
  std::uint64_t left_ = 1;
  std::uint64_t irregular_ = 0;
};

}  // namespace lockstep::explorer
