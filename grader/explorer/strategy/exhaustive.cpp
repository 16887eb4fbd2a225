#include "explorer/strategy/exhaustive.h"

#include "explorer/strategy/make_strategy.h"

namespace lockstep::explorer {

bool ExhaustiveStrategy::begin() {
  if (finished_) return false;
  depth_ = 0;
  asleep_ = {};
  preemptions_ = 0;
  redundant_ = false;
  chose_step_.reset();
  return true;
}

ExhaustiveStrategy::Node ExhaustiveStrategy::thread_node(const SchedulingPoint& point) {
  const ThreadSet asleep = bound_ ? ThreadSet() : asleep_ & point.candidates;
  ThreadSet allowed = point.candidates - asleep;
  if (bound_ && preemptions_ >= *bound_ && point.running_can_go_on()) {
    cut_ = true;
    allowed = only(point.running);
  }
  if (allowed.empty()) {
    redundant_ = true;
    allowed = point.candidates;
  }
  const ThreadId first = allowed.contains(point.running) ? point.running : allowed.first();
  return {.kind = Choice::kThread,
          .candidates = point.candidates,
          .left = redundant_ ? ThreadSet() : allowed - only(first),
          .options = 0,
          .asleep = asleep,
          .chosen = static_cast<unsigned>(first),
          .preemptions = preemptions_};
}

ThreadId ExhaustiveStrategy::pick_thread(const SchedulingPoint& point) {
  if (redundant_) return point.running_can_go_on() ? point.running : point.candidates.first();
  if (depth_ == path_.size()) path_.push_back(thread_node(point));
  const Node& node = path_[depth_];
  if (node.kind != Choice::kThread || node.candidates != point.candidates) return -1;
  const auto chosen = static_cast<ThreadId>(node.chosen);
  if (!bound_) {
    chose_step_ = depth_;
    for (const Explored& step : node.explored) {
      if (!asleep_.contains(step.thread)) slept_on_[static_cast<std::size_t>(step.thread)] = step.effects;
      asleep_.insert(step.thread);
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
                     .candidates = {},
                     .left = {},
                     .options = options,
                     .asleep = {},
                     .chosen = 0,
                     .preemptions = preemptions_});
  }
  const Node& node = path_[depth_++];
  return node.kind == Choice::kValue && node.options == options ? node.chosen : options;
}

void ExhaustiveStrategy::on_step(ThreadId thread, const Operation&) {
  if (asleep_.contains(thread)) redundant_ = true;
}

void ExhaustiveStrategy::on_effects(ThreadId thread, const Effects& effects) {
  if (thread >= 0 && chose_step_) {
    path_[*chose_step_].effects.merge(effects);
    chose_step_.reset();
  }
  if (asleep_.empty()) return;
  for (const ThreadId sleeper : asleep_) {
    if (dependent(slept_on_[static_cast<std::size_t>(sleeper)], effects)) asleep_.erase(sleeper);
  }
}

bool ExhaustiveStrategy::has_branch_left(const Node& node) {
  return node.kind == Choice::kThread ? !node.left.empty() : node.chosen + 1 < node.options;
}

void ExhaustiveStrategy::end(std::uint64_t) {
  if (!redundant_) ++run_;
  if (chose_step_) path_[*chose_step_].effects.affect_all();  // it was cut before they were known
  path_.resize(depth_);
  while (!path_.empty() && !has_branch_left(path_.back())) path_.pop_back();
  if (path_.empty()) {
    finished_ = true;
    return;
  }
  Node& node = path_.back();
  if (node.kind == Choice::kValue) {
    ++node.chosen;
    return;
  }
  node.explored.push_back({static_cast<ThreadId>(node.chosen), node.effects});
  node.effects.clear();
  node.chosen = static_cast<unsigned>(node.left.first());
  node.left.erase(node.left.first());
}

Covered ExhaustiveStrategy::covered() const {
  if (!finished_) return {};
  return {.all = true, .interleavings = run_, .preemptions = cut_ ? bound_ : std::nullopt};
}

std::unique_ptr<Strategy> make_exhaustive(const ExploreOptions& options, std::uint64_t /*steps*/) {
  return std::make_unique<ExhaustiveStrategy>(options.preemption_bound);
}

}  // namespace lockstep::explorer
