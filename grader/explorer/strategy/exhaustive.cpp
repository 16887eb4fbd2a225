#include "explorer/strategy/exhaustive.h"

#include <algorithm>
#include <utility>

#include "explorer/strategy/make_strategy.h"

namespace lockstep::explorer {
namespace {

/// Whether the event may let a thread go on that could not before.
bool enables(const Execution::Event& event) {
  if (event.effects.affects_all()) return true;
  switch (event.kind) {
    case OpKind::kEnd:
    case OpKind::kCreate:
    case OpKind::kDetach:
    case OpKind::kUnlock:
    case OpKind::kWait:
    case OpKind::kNotifyOne:
    case OpKind::kNotifyAll:
    case OpKind::kSemaphorePost:
    case OpKind::kFutexWake:
    case OpKind::kOnce:
    case OpKind::kBarrier:
      return true;
    default:
      return false;
  }
}

/// Whether an operation that depends on the earlier one could not have been made before it.
bool must_wait_for(OpKind operation, OpKind earlier) {
  return (operation == OpKind::kLock && earlier == OpKind::kUnlock) ||
         (operation == OpKind::kBegin && earlier == OpKind::kCreate) ||
         (operation == OpKind::kJoin && earlier == OpKind::kEnd);
}

}  // namespace

bool ExhaustiveStrategy::begin() {
  if (finished_) return false;
  depth_ = 0;
  asleep_ = {};
  preemptions_ = 0;
  redundant_ = false;
  chose_step_.reset();
  pending_.reset();
  events_ = 0;
  time_passed_ = false;
  if (steps_ > kLong) latest_step_.fill(0);
  steps_ = 0;
  return true;
}

ThreadId ExhaustiveStrategy::first_of(const ThreadSet& threads, ThreadId running) const {
  if (steps_ <= kLong || bound_) return threads.contains(running) ? running : threads.first();
  const auto latest = [this](ThreadId thread) { return latest_step_[static_cast<std::size_t>(thread)]; };
  ThreadId longest_ago = threads.first();
  for (const ThreadId thread : threads) {
    if (latest(thread) < latest(longest_ago)) longest_ago = thread;
  }
  return longest_ago;
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
  const ThreadId first = first_of(allowed, point.running);
  return {.kind = Choice::kThread,
          .candidates = point.candidates,
          .left = redundant_ || source_sets_ ? ThreadSet() : allowed - only(first),
          .taken = only(first),
          .options = 0,
          .asleep = asleep,
          .chosen = static_cast<unsigned>(first),
          .preemptions = preemptions_,
          .events = events_};
}

ThreadId ExhaustiveStrategy::pick_thread(const SchedulingPoint& point) {
  if (redundant_) return first_of(point.candidates, point.running);
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
                     .taken = {},
                     .options = options,
                     .asleep = {},
                     .chosen = 0,
                     .preemptions = preemptions_,
                     .events = events_});
  }
  const Node& node = path_[depth_++];
  return node.kind == Choice::kValue && node.options == options ? node.chosen : options;
}

void ExhaustiveStrategy::on_step(ThreadId thread, const Operation& operation) {
  if (++steps_ > kLong) latest_step_[static_cast<std::size_t>(thread)] = steps_;
  if (asleep_.contains(thread)) redundant_ = true;
  if (source_sets_ && !redundant_) pending_ = operation.kind;
}

void ExhaustiveStrategy::on_effects(ThreadId thread, const Effects& effects) {
  if (thread >= 0) {
    if (pending_ && !redundant_) add_event(thread, effects);
    pending_.reset();
    if (chose_step_) path_[*chose_step_].effects.merge(effects);
    chose_step_.reset();
  } else {
    time_passed_ = true;
  }
  if (asleep_.empty()) return;
  for (const ThreadId sleeper : asleep_) {
    if (dependent(slept_on_[static_cast<std::size_t>(sleeper)], effects)) asleep_.erase(sleeper);
  }
}

/// The pending step, unless the schedule before has made it, too.
void ExhaustiveStrategy::add_event(ThreadId thread, const Effects& effects) {
  const bool time_passed = std::exchange(time_passed_, false);
  if (events_++ < execution_.size()) return;
  Execution::Event event{.thread = thread, .nth = 0, .kind = *pending_, .choice = chose_step_, .effects = effects};
  if (time_passed) event.effects.affect_all();
  execution_.add(event);
  reverse_races();
}

/// Where the latest event depends on one that need not come before it, the two get the other order in another schedule.
void ExhaustiveStrategy::reverse_races() {
  ordered_.clear();
  const Execution::Event& latest = execution_[execution_.size() - 1];
  for (const std::size_t earlier : execution_.latest_depends_on()) {
    const auto is_behind = [&](std::size_t later) { return execution_.happens_before(earlier, later); };
    if (std::any_of(ordered_.begin(), ordered_.end(), is_behind)) continue;
    if (must_wait_for(latest.kind, execution_[earlier].kind)) continue;
    if (let_come_first(earlier) && !enables(execution_[earlier])) ordered_.push_back(earlier);
  }
}

/// \return false when no thread can make what is behind the event before it
bool ExhaustiveStrategy::let_come_first(std::size_t event) {
  const auto choice = execution_[event].choice;
  if (!choice) return false;
  Node& node = path_[*choice];
  const ThreadSet initials = execution_.initials_without(event);
  if (!(initials & (node.taken | node.left | node.asleep)).empty()) return true;
  const ThreadSet possible = initials & node.candidates;
  if (possible.empty()) return false;
  const ThreadId latest = execution_[execution_.size() - 1].thread;
  node.left.insert(possible.contains(latest) ? latest : possible.first());
  return true;
}

/// A schedule that did not run to its end has not shown what its threads were about to do.
void ExhaustiveStrategy::branch_everywhere() {
  for (Node& node : path_) {
    if (node.kind == Choice::kThread) node.left |= node.candidates - node.asleep - node.taken;
  }
}

bool ExhaustiveStrategy::has_branch_left(const Node& node) {
  return node.kind == Choice::kThread ? !node.left.empty() : node.chosen + 1 < node.options;
}

void ExhaustiveStrategy::end(std::uint64_t, bool whole) {
  if (!redundant_) ++run_;
  if (chose_step_) path_[*chose_step_].effects.affect_all();  // it was cut before they were known
  path_.resize(depth_);
  if (source_sets_ && !redundant_ && !whole) branch_everywhere();
  while (!path_.empty() && !has_branch_left(path_.back())) path_.pop_back();
  if (path_.empty()) {
    finished_ = true;
    return;
  }
  Node& node = path_.back();
  execution_.truncate(node.events);
  if (node.kind == Choice::kValue) {
    ++node.chosen;
    return;
  }
  node.explored.push_back({static_cast<ThreadId>(node.chosen), node.effects});
  node.effects.clear();
  node.chosen = static_cast<unsigned>(node.left.first());
  node.left.erase(node.left.first());
  node.taken.insert(static_cast<ThreadId>(node.chosen));
}

Covered ExhaustiveStrategy::covered() const {
  if (!finished_) return {};
  return {.all = true, .interleavings = run_, .preemptions = cut_ ? bound_ : std::nullopt};
}

std::unique_ptr<Strategy> make_exhaustive(const ExploreOptions& options, std::uint64_t /*steps*/) {
  return std::make_unique<ExhaustiveStrategy>(options.preemption_bound);
}

}  // namespace lockstep::explorer
