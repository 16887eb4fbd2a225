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
  chose_step_.reset();
  return true;
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
  const Node& node = path_[depth_];
  if (node.kind != Choice::kThread || node.candidates != point.candidates) return -1;
  const auto chosen = static_cast<ThreadId>(node.chosen);
  if (!bound_) {
    chose_step_ = depth_;
    for (const Explored& step : node.explored) {
      if ((asleep_ & only(step.thread)) == 0) slept_on_[static_cast<std::size_t>(step.thread)] = step.effects;
      asleep_ |= only(step.thread);
    }
  }
  ++depth_;
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

void ExhaustiveStrategy::on_step(ThreadId thread, const Operation&) {
  if ((asleep_ & only(thread)) != 0) redundant_ = true;
}

void ExhaustiveStrategy::on_effects(ThreadId thread, const Effects& effects) {
  if (thread >= 0 && chose_step_) {
    path_[*chose_step_].effects.merge(effects);
    chose_step_.reset();
  }
  for (ThreadSet rest = asleep_; rest != 0; rest &= rest - 1) {
    const ThreadId sleeper = std::countr_zero(rest);
    if (dependent(slept_on_[static_cast<std::size_t>(sleeper)], effects)) asleep_ &= ~only(sleeper);
  }
}

void ExhaustiveStrategy::end(std::uint64_t) {
  if (!redundant_) ++run_;
  if (chose_step_) path_[*chose_step_].effects.affect_all();  // it was cut before they were known
  path_.resize(depth_);
  while (!path_.empty() && path_.back().left == 0) path_.pop_back();
  if (path_.empty()) {
    finished_ = true;
    return;
  }
  Node& node = path_.back();
  if (node.kind == Choice::kThread) node.explored.push_back({static_cast<ThreadId>(node.chosen), node.effects});
  node.effects.clear();
  node.chosen = static_cast<unsigned>(std::countr_zero(node.left));
  node.left &= node.left - 1;
}

Covered ExhaustiveStrategy::covered() const {
  if (!finished_) return {};
  return {.all = true, .interleavings = run_, .preemptions = cut_ ? bound_ : std::nullopt};
}

std::unique_ptr<Strategy> make_exhaustive(const ExploreOptions& options, std::uint64_t /*steps*/) {
  return std::make_unique<ExhaustiveStrategy>(options.preemption_bound);
}

}  // namespace lockstep::explorer
