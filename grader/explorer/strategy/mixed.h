#pragma once

#include <memory>
#include <vector>

#include "explorer/strategy/exhaustive.h"
#include "explorer/strategy/strategy.h"

namespace lockstep::explorer {

/// The default. Every other schedule goes depth first, with 0, 1, 2 ... preemptions allowed, then without a bound:
/// small programs are finished, and bugs that need few preemptions found at once (Musuvathi, Qadeer, PLDI 2007). The
/// schedules between sample: PCT of depths 3 and 2, partial-order sampling, a random walk and threads in turn. One
/// that has made more steps than all others together is passed over: threads in turn may give way to each other for
/// thousands of steps, and would take nearly all of the time.
class MixedStrategy final : public Strategy {
 public:
  MixedStrategy(std::uint64_t seed, std::uint64_t steps);

  [[nodiscard]] bool begin() override;
  [[nodiscard]] ThreadId pick_thread(const SchedulingPoint& point) override { return current_->pick_thread(point); }
  [[nodiscard]] unsigned pick_value(unsigned options, ChoiceBias bias) override {
    return current_->pick_value(options, bias);
  }
  void on_step(ThreadId thread, const Operation& operation) override {
    if (sampler_ == nullptr) systematic_->on_step(thread, operation);
  }
  void on_effects(ThreadId thread, const Effects& effects) override { systematic_->on_effects(thread, effects); }
  void end(std::uint64_t steps) override;
  [[nodiscard]] bool begins_with_the_plain_schedule() const override { return true; }
  [[nodiscard]] Covered covered() const override;

 private:
  struct Sampler {
    std::unique_ptr<Strategy> strategy;
    std::uint64_t steps = 0;  ///< of its schedules so far
  };

  /// \return false when every interleaving was run
  bool next_systematic();
  Sampler& next_sampler();

  int bound_ = 0;  ///< the preemptions that the systematic half allows now; before it, for it is made with it
  std::unique_ptr<ExhaustiveStrategy> systematic_;
  std::vector<Sampler> samplers_;
  std::size_t turn_ = 0;             ///< of the samplers
  std::uint64_t sampled_steps_ = 0;  ///< of all samplers
  Sampler* sampler_ = nullptr;       ///< of the schedule that runs; none when it goes depth first
  Strategy* current_ = nullptr;
  std::uint64_t schedules_ = 0;
  bool exhausted_ = false;
};

}  // namespace lockstep::explorer
