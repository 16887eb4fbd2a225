#include "explorer/strategy/exhaustive.h"

#include "explorer/strategy/make_strategy.h"

#include <bit>

namespace lockstep::explorer {

bool ExhaustiveStrategy::begin() {
  if (finished_) return false;
  depth_ = 0;
  asleep_ = 0;
  preemptions_ = 0;
  redundant_ = false;
  return true;
}

void ExhaustiveStrategy::put_to_sleep(ThreadSet threads, const SchedulingPoint& point) {
  for (ThreadSet rest = threads & ~asleep_; rest != 0; rest &= rest - 1) {
    const auto thread = static_cast<std::size_t>(std::countr_zero(rest));
    slept_on_[thread] = point.next[thread];
  }
  asleep_ |= threads;
}

ExhaustiveStrategy::Node ExhaustiveStrategy::thread_node(const SchedulingPoint& point) {
  const ThreadSet asleep = bound_ ? 0 : asleep_ & point.candidates;
  ThreadSet allowed = point.candidates & ~asleep;
  if (bound_ && preemptions_ >= *bound_ && point.running_can_go_on()) {
    cut_ = true;
    allowed = only(point.running);
  }
  if (allowed == 0) {
    redundant_ = true;
    allowed = point.candidates;
  }
  const ThreadId first = (allowed & only(point.running)) != 0 ? point.running : std::countr_zero(allowed);
  return {.kind = Choice::kThread,
          .candidates = point.candidates,
          .left = redundant_ ? 0 : allowed & ~only(first),
          .asleep = asleep,
          .chosen = static_cast<unsigned>(first),
          .preemptions = preemptions_};
}

ThreadId ExhaustiveStrategy::pick_thread(const SchedulingPoint& point) {
  if (redundant_) return point.running_can_go_on() ? point.running : std::countr_zero(point.candidates);
  if (depth_ == path_.size()) path_.push_back(thread_node(point));
  const Node& node = path_[depth_++];
  if (node.kind != Choice::kThread || node.candidates != point.candidates) return -1;
  const auto chosen = static_cast<ThreadId>(node.chosen);
  if (!bound_) {
    const ThreadSet tried = node.candidates & ~node.left & ~node.asleep & ~only(chosen);
    put_to_sleep(tried, point);
  }
  if (point.running_can_go_on() && chosen != point.running) ++preemptions_;
  return chosen;
}

unsigned ExhaustiveStrategy::pick_value(unsigned options, ChoiceBias) {
  if (redundant_) return 0;
  if (depth_ == path_.size()) {
    path_.push_back({.kind = Choice::kValue,
                     .candidates = options,
                     .left = (ThreadSet{1} << options) - 2,
                     .asleep = 0,
                     .chosen = 0,
                     .preemptions = preemptions_});
  }
  const Node& node = path_[depth_++];
  return node.kind == Choice::kValue && node.candidates == options ? node.chosen : options;
}

void ExhaustiveStrategy::on_step(ThreadId thread, const Operation& operation) {
  if (asleep_ == 0) return;
  if ((asleep_ & only(thread)) != 0) redundant_ = true;
  for (ThreadSet rest = asleep_; rest != 0; rest &= rest - 1) {
    const ThreadId sleeper = std::countr_zero(rest);
    if (dependent(slept_on_[static_cast<std::size_t>(sleeper)], operation)) asleep_ &= ~only(sleeper);
  }
}

void ExhaustiveStrategy::end(std::uint64_t) {
  if (!redundant_) ++run_;
  path_.resize(depth_);
  while (!path_.empty() && path_.back().left == 0) path_.pop_back();
  if (path_.empty()) {
    finished_ = true;
    return;
  }
  Node& node = path_.back();
  node.chosen = static_cast<unsigned>(std::countr_zero(node.left));
  node.left &= node.left - 1;
}

std::string ExhaustiveStrategy::guarantee(std::uint64_t schedules) const {
  if (!finished_) return std::to_string(schedules) + " interleavings, depth first; more are left";
  const std::string kept = "all " + std::to_string(run_) + " interleavings";
  if (bound_ && cut_) return kept + " with at most " + std::to_string(*bound_) + " preemptions";
  return bound_ ? kept : kept + " that differ in more than the order of independent steps";
}

std::unique_ptr<Strategy> make_exhaustive(const ExploreOptions& options, std::uint64_t /*steps*/) {
  return std::make_unique<ExhaustiveStrategy>(options.preemption_bound);
}

}  // namespace lockstep::explorer
