#pragma once

#include <array>
#include <vector>

#include "explorer/strategy/random_source.h"
#include "explorer/strategy/strategy.h"

namespace lockstep::explorer {

/// Probabilistic concurrency testing (Burckhardt, Kothari, Musuvathi, Nagarakatte, ASPLOS 2010): threads have random
/// priorities, the highest runs, and at depth - 1 random steps the running one falls below all others. A bug that needs
/// `depth` orderings among n threads and k steps is found with probability at least 1 / (n * k^(depth - 1)) a schedule.
class PctStrategy final : public Strategy {
 public:
  /// \param steps  about how many steps a schedule of the program has
  PctStrategy(std::uint64_t seed, int depth, std::uint64_t steps)
      : sources_(seed), depth_(depth), steps_(steps == 0 ? 1 : steps) {}

  [[nodiscard]] bool begin() override;
  [[nodiscard]] ThreadId pick_thread(const SchedulingPoint& point) override;
  [[nodiscard]] unsigned pick_value(unsigned options, ChoiceBias bias) override { return random_.value(options, bias); }
  [[nodiscard]] bool draws_independently() const override { return true; }

 private:
  ScheduleSources sources_;
  int depth_;
  std::uint64_t steps_;
  RandomSource random_{0};
  ThreadSet drawn_;  ///< the threads that have a priority
  std::array<std::uint64_t, kMaxThreads> priorities_{};
  std::vector<std::uint64_t> changes_;  ///< the steps at which priorities fall, latest first
  std::uint64_t lowest_ = 0;
};

}  // namespace lockstep::explorer
