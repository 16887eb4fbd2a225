#pragma once

#include "explorer/strategy/random_source.h"
#include "explorer/strategy/strategy.h"

namespace lockstep::explorer {

/// Threads in turn, each for the same few steps, after a random start: what shows two threads that give way to each
/// other for ever, which any irregular schedule ends by chance.
class RotationStrategy final : public Strategy {
 public:
  explicit RotationStrategy(std::uint64_t seed) : sources_(seed) {}

  [[nodiscard]] bool begin() override {
    random_ = sources_.next();
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
    const ThreadId next = point.running + 1 < kMaxThreads ? point.candidates.from(point.running + 1) : kMaxThreads;
    return next < kMaxThreads ? next : point.candidates.first();
  }

  [[nodiscard]] unsigned pick_value(unsigned, ChoiceBias) override { return 0; }

 private:
  ScheduleSources sources_;
  RandomSource random_{0};
  std::uint64_t quantum_ = 1;
  std::uint64_t left_ = 1;
  std::uint64_t irregular_ = 0;
};

}  // namespace lockstep::explorer
