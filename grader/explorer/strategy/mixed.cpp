#include "explorer/strategy/mixed.h"

#include <array>

#include "explorer/strategy/guided.h"
#include "explorer/strategy/make_strategy.h"
#include "explorer/strategy/pct.h"
#include "explorer/strategy/pos.h"
#include "explorer/strategy/random.h"
#include "explorer/strategy/rotation.h"
#include "explorer/strategy/surw.h"

namespace lockstep::explorer {
namespace {

constexpr int kLargestBound = 2;

/// The bounded search begins behind so many schedules: what samplers find they mostly find in fewer.
constexpr std::uint64_t kBoundedFrom = 256;

/// Which sampler's turn it is: every other time the guided one's, whose bugs the others need thousands of schedules
/// for.
constexpr std::array<std::size_t, 12> kTurns{0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6};

}  // namespace

MixedStrategy::MixedStrategy(std::uint64_t seed, std::uint64_t steps)
    : bounded_(std::make_unique<ExhaustiveStrategy>(bound_)) {
  samplers_.push_back({std::make_unique<GuidedStrategy>(seed)});
  samplers_.push_back({std::make_unique<PctStrategy>(seed, 3, steps)});
  samplers_.push_back({std::make_unique<SurwStrategy>(seed)});
  samplers_.push_back({std::make_unique<PosStrategy>(seed)});
  samplers_.push_back({std::make_unique<RotationStrategy>(seed)});
  samplers_.push_back({std::make_unique<PctStrategy>(seed, 2, steps)});
  samplers_.push_back({std::make_unique<RandomStrategy>(seed)});
}

/// Leaves none when all that the largest bound allows was run.
void MixedStrategy::begin_bounded() {
  while (bounded_ != nullptr && !bounded_->begin()) {
    ++bound_;
    bounded_ = bound_ <= kLargestBound ? std::make_unique<ExhaustiveStrategy>(bound_) : nullptr;
  }
}

MixedStrategy::Sampler& MixedStrategy::next_sampler() {
  const auto next = [&]() -> Sampler& { return samplers_[kTurns[turn_++ % kTurns.size()]]; };
  Sampler& sampler = next();
  return sampler.steps > sampled_steps_ - sampler.steps ? next() : sampler;
}

/// What the next schedule is of.
MixedStrategy::Part MixedStrategy::next_part() {
  const std::uint64_t turn = schedules_++ % 4;
  if (turn == 0) return Part::kUnbounded;
  if (schedules_ <= kBoundedFrom || (bounded_ == nullptr && turn != 2)) return Part::kSamples;
  if (bounded_ == nullptr) return Part::kUnbounded;
  return turn == 2 ? Part::kSamples : Part::kBounded;
}

bool MixedStrategy::begin() {
  Part part = next_part();
  if (part == Part::kBounded) {
    begin_bounded();
    if (bounded_ == nullptr) part = Part::kUnbounded;
  }
  sampler_ = part == Part::kSamples ? &next_sampler() : nullptr;
  current_ = sampler_ != nullptr ? sampler_->strategy.get() : part == Part::kBounded ? bounded_.get() : &unbounded_;
  want_effects(current_->wants_effects());
  return part == Part::kBounded || current_->begin();
}

void MixedStrategy::end(std::uint64_t steps, bool whole) {
  if (sampler_ != nullptr) {
    sampler_->steps += steps;
    sampled_steps_ += steps;
  }
  current_->end(steps, whole);
}

Covered MixedStrategy::covered() const {
  if (unbounded_.finished() || bound_ == 0) return unbounded_.covered();
  return {.all = false, .interleavings = 0, .preemptions = bound_ - 1};
}

std::unique_ptr<Strategy> make_default(const ExploreOptions& options, std::uint64_t steps) {
  return std::make_unique<MixedStrategy>(options.seed, steps);
}

}  // namespace lockstep::explorer
