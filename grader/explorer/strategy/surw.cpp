#include "explorer/strategy/surw.h"

#include <vector>

#include "explorer/strategy/make_strategy.h"
#include "explorer/strategy/use.h"

namespace lockstep::explorer {

bool SurwStrategy::begin() {
  random_ = sources_.next();
  ++schedule_;
  std::vector<const Uses*> shared;
  for (const Uses& uses : objects_.all()) {
    if (uses.written && !uses.threads.has_one()) shared.push_back(&uses);
  }
  if (shared.empty()) return true;
  const Uses& uses = *shared[random_.below(shared.size())];
  chosen_ = uses.object;
  expected_ = uses.threads;
  left_ = uses.by_thread;
  next_ = draw(expected_);
  return true;
}

/// One of the threads, with a chance in proportion to what each has left.
ThreadId SurwStrategy::draw(const ThreadSet& threads) {
  std::uint64_t all = 0;
  for (const ThreadId thread : threads) all += left_[static_cast<std::size_t>(thread)];
  if (all == 0) return kNone;
  std::uint64_t skip = random_.below(all);
  for (const ThreadId thread : threads) {
    const std::uint32_t left = left_[static_cast<std::size_t>(thread)];
    if (skip < left) return thread;
    skip -= left;
  }
  return kNone;
}

bool SurwStrategy::is_on_it(const Operation& operation) const {
  return operation.object == chosen_ && use_of(operation.kind).any();
}

ThreadId SurwStrategy::pick_thread(const SchedulingPoint& point) {
  if (chosen_ == nullptr) return random_.member(point.candidates);
  ThreadSet allowed;
  for (const ThreadId thread : point.candidates) {
    if (thread == next_ || !is_on_it(point.next[static_cast<std::size_t>(thread)])) allowed.insert(thread);
  }
  if (!allowed.empty()) return random_.member(allowed);
  // The one that was to be next cannot go on, or has ended sooner than the schedule before.
  next_ = draw(point.candidates);
  if (next_ == kNone) next_ = random_.member(point.candidates);
  return next_;
}

void SurwStrategy::on_step(ThreadId thread, const Operation& operation) {
  const Use use = use_of(operation.kind);
  if (operation.object == nullptr || !use.any()) return;
  Uses* const uses = objects_.at(operation.object);
  if (uses == nullptr) return;
  if (uses->schedule != schedule_) {
    uses->schedule = schedule_;
    uses->threads = {};
    uses->by_thread.fill(0);
  }
  uses->written |= use.writes;
  uses->threads.insert(thread);
  ++uses->by_thread[static_cast<std::size_t>(thread)];
  if (operation.object != chosen_) return;
  std::uint32_t& left = left_[static_cast<std::size_t>(thread)];
  if (left > 0 && --left == 0) expected_.erase(thread);
  next_ = draw(expected_);
}

std::unique_ptr<Strategy> make_surw(const ExploreOptions& options, std::uint64_t /*steps*/) {
  return std::make_unique<SurwStrategy>(options.seed);
}

}  // namespace lockstep::explorer
