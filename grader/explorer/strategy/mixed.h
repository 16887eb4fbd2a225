#pragma once

#include <memory>
#include <vector>

#include "explorer/strategy/exhaustive.h"
#include "explorer/strategy/strategy.h"

namespace lockstep::explorer {

/// The default. It goes depth first without a bound, so that a small program is finished soon, in every fourth
/// schedule, and samples in the others: every other time guided by reads of writes; in turn by priorities that change,
/// uniform over the orders of one object's operations, by partial orders, threads in turn, a random walk. Behind the
/// first 256 schedules, two of four go depth first with 0, 1 and then 2 preemptions allowed (Musuvathi, Qadeer, PLDI
/// 2007): few bugs need more, and the verdict can say which were run. When that has ended, half of the schedules
/// sample.
///
/// A sampler that has made more steps than all others together is passed over: threads in turn may give way to each
/// other for thousands of steps, and would take nearly all of the time.
class MixedStrategy final : public Strategy {
 public:
  MixedStrategy(std::uint64_t seed, std::uint64_t steps);

  [[nodiscard]] bool begin() override;
  [[nodiscard]] ThreadId pick_thread(const SchedulingPoint& point) override { return current_->pick_thread(point); }
  [[nodiscard]] unsigned pick_value(unsigned options, ChoiceBias bias) override {
    return current_->pick_value(options, bias);
  }
  void on_step(ThreadId thread, const Operation& operation) override { current_->on_step(thread, operation); }
  void on_effects(ThreadId thread, const Effects& effects) override { current_->on_effects(thread, effects); }
  void end(std::uint64_t steps, bool whole) override;
  [[nodiscard]] bool begins_with_the_plain_schedule() const override { return true; }
  [[nodiscard]] Covered covered() const override;

 private:
  struct Sampler {
    std::unique_ptr<Strategy> strategy;
    std::uint64_t steps = 0;  ///< of its schedules so far
  };

  enum class Part { kUnbounded, kBounded, kSamples };

  [[nodiscard]] Part next_part();
  void begin_bounded();
  [[nodiscard]] Sampler& next_sampler();

  int bound_ = 0;  ///< the preemptions that the bounded search allows now; before it, for it is made with it
  std::unique_ptr<ExhaustiveStrategy> bounded_;  ///< none when it has ended
  ExhaustiveStrategy unbounded_{std::nullopt};
  std::vector<Sampler> samplers_;
  std::size_t turn_ = 0;             ///< of the samplers
  std::uint64_t sampled_steps_ = 0;  ///< of all samplers
  Sampler* sampler_ = nullptr;       ///< of the schedule that runs; none when it goes depth first
  Strategy* current_ = nullptr;
  std::uint64_t schedules_ = 0;
};

}  // namespace lockstep::explorer
