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

ThreadId PctStrategy::pick_thread(const SchedulingPoint& point) {
  for (;;) {
    ThreadId chosen = 0;
    std::uint64_t highest = 0;
    const ThreadSet& candidates = point.candidates;
    for (ThreadId thread = candidates.first(); thread < kMaxThreads; thread = candidates.from(thread + 1)) {
      std::uint64_t& priority = priorities_[static_cast<std::size_t>(thread)];
      if (!drawn_.contains(thread)) {
        priority = kFallen + 1 + random_.next() / 2;
        drawn_.insert(thread);
      }
      if (priority > highest) {
        highest = priority;
        chosen = thread;
      }
    }
    if (changes_.empty() || point.step < changes_.back()) return chosen;
    changes_.pop_back();
    priorities_[static_cast<std::size_t>(chosen)] = --lowest_;
  }
}

std::unique_ptr<Strategy> make_pct(const ExploreOptions& options, std::uint64_t steps) {
  return std::make_unique<PctStrategy>(options.seed, options.pct_depth, steps);
}

}  // namespace lockstep::explorer
