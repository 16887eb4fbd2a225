#include "explorer/strategy/mixed.h"

#include <algorithm>

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
  samplers_.push_back({std::make_unique<PctStrategy>(seed, 3, steps)});
  samplers_.push_back({std::make_unique<RandomStrategy>(seed)});
  samplers_.push_back({std::make_unique<PosStrategy>(seed)});
  samplers_.push_back({std::make_unique<RotationStrategy>(seed)});
  samplers_.push_back({std::make_unique<PctStrategy>(seed, 2, steps)});
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

MixedStrategy::Sampler& MixedStrategy::next_sampler() {
  const auto next = [&]() -> Sampler& { return samplers_[turn_++ % samplers_.size()]; };
  Sampler& sampler = next();
  return sampler.steps > sampled_steps_ - sampler.steps ? next() : sampler;
}

bool MixedStrategy::begin() {
  sampler_ = nullptr;
  if (schedules_++ % 2 == 0) {
    current_ = systematic_.get();
    if (!next_systematic()) return false;
    current_ = systematic_.get();
    want_effects(current_->wants_effects());
    return true;
  }
  want_effects(false);
  sampler_ = &next_sampler();
  current_ = sampler_->strategy.get();
  return current_->begin();
}

void MixedStrategy::end(std::uint64_t steps) {
  if (sampler_ != nullptr) {
    sampler_->steps += steps;
    sampled_steps_ += steps;
  }
  current_->end(steps);
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
