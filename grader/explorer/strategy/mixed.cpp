#include "explorer/strategy/mixed.h"

#include "explorer/strategy/make_strategy.h"
#include "explorer/strategy/pct.h"
#include "explorer/strategy/pos.h"
#include "explorer/strategy/random.h"
#include "explorer/strategy/rotation.h"

namespace lockstep::explorer {
namespace {

constexpr int kLargestBound = 2;

}  // namespace

MixedStrategy::MixedStrategy(std::uint64_t seed, std::uint64_t steps)
    : systematic_(std::make_unique<ExhaustiveStrategy>(bound_)) {
  samplers_.push_back(std::make_unique<PctStrategy>(seed, 3, steps));
  samplers_.push_back(std::make_unique<RandomStrategy>(seed));
  samplers_.push_back(std::make_unique<PosStrategy>(seed));
  samplers_.push_back(std::make_unique<RotationStrategy>(seed));
  samplers_.push_back(std::make_unique<PctStrategy>(seed, 2, steps));
}

bool MixedStrategy::next_systematic() {
  while (!systematic_->begin()) {
    if (!systematic_->cut()) {
      exhausted_ = true;
      return false;
    }
    ++bound_;
    systematic_ = std::make_unique<ExhaustiveStrategy>(bound_ <= kLargestBound ? std::optional(bound_) : std::nullopt);
  }
  return true;
}

bool MixedStrategy::begin() {
  const std::uint64_t schedule = schedules_++;
  systematic_now_ = schedule % 2 == 0;
  if (systematic_now_) {
    current_ = systematic_.get();
    if (!next_systematic()) return false;
    current_ = systematic_.get();
    want_effects(current_->wants_effects());
    return true;
  }
  want_effects(false);
  current_ = samplers_[schedule / 2 % samplers_.size()].get();
  return current_->begin();
}

Covered MixedStrategy::covered() const {
  if (exhausted_) return systematic_->covered();
  if (bound_ == 0) return {};
  return {.all = false, .interleavings = 0, .preemptions = std::min(bound_ - 1, kLargestBound)};
}

std::unique_ptr<Strategy> make_default(const ExploreOptions& options, std::uint64_t steps) {
  return std::make_unique<MixedStrategy>(options.seed, steps);
}

}  // namespace lockstep::explorer
