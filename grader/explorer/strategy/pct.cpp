#include "explorer/strategy/pct.h"

#include "explorer/strategy/make_strategy.h"

#include <algorithm>
#include <functional>

namespace lockstep::explorer {
namespace {

/// Priorities that threads begin with are above this; those that they fall to are below.
constexpr std::uint64_t kFallen = 1ULL << 32;

}  // namespace

bool PctStrategy::begin() {
  random_ = sources_.next();
  drawn_ = {};
  lowest_ = kFallen;
  changes_.clear();
  for (int i = 1; i < depth_; ++i) changes_.push_back(random_.below(steps_));
  std::sort(changes_.begin(), changes_.end(), std::greater<>());
  return true;
}

ThreadId PctStrategy::highest(const ThreadSet& candidates) {
  ThreadId best = candidates.first();
  for (const ThreadId thread : candidates) {
    if (!drawn_.contains(thread)) {
      priorities_[static_cast<std::size_t>(thread)] = kFallen + 1 + random_.next() / 2;
      drawn_.insert(thread);
    }
    if (priorities_[static_cast<std::size_t>(thread)] > priorities_[static_cast<std::size_t>(best)]) best = thread;
  }
  return best;
}

ThreadId PctStrategy::pick_thread(const SchedulingPoint& point) {
  while (!changes_.empty() && point.step >= changes_.back()) {
    changes_.pop_back();
    priorities_[static_cast<std::size_t>(highest(point.candidates))] = --lowest_;
  }
  return highest(point.candidates);
}

std::unique_ptr<Strategy> make_pct(const ExploreOptions& options, std::uint64_t steps) {
  return std::make_unique<PctStrategy>(options.seed, options.pct_depth, steps);
}

}  // namespace lockstep::explorer
