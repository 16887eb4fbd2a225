#include "explorer/strategy/observed.h"

#include <algorithm>

#include "explorer/strategy/mixed_with.h"
#include "explorer/strategy/use.h"

namespace lockstep::explorer {
namespace {

constexpr std::size_t kMostInterleavings = 4'000'000;  // some 300 MB

/// An operation by what it is and where: threads that run the same code do the same.
Event event_at(const Operation& operation) {
  return mixed_with(static_cast<std::uint64_t>(operation.kind), operation.place) | 1;  // never kInitialValue
}

std::uint64_t last_of(const std::vector<std::uint64_t>& schedules) { return schedules.empty() ? 0 : schedules.back(); }

/// How many of the schedules, which only grow, are above `number`.
std::uint64_t above(const std::vector<std::uint64_t>& schedules, std::uint64_t number) {
  return static_cast<std::uint64_t>(schedules.end() - std::upper_bound(schedules.begin(), schedules.end(), number));
}

}  // namespace

bool ObservedStrategy::begin() {
  trace_.begin();
  latest_.clear();
  saw_.clear();
  running_ = 0;
  want_effects(true);
  return observed_->begin();
}

unsigned ObservedStrategy::pick_value(unsigned options, ChoiceBias bias) {
  const unsigned chosen = observed_->pick_value(options, bias);
  trace_.add_choice(running_, chosen);
  return chosen;
}

void ObservedStrategy::on_step(ThreadId thread, const Operation& operation) {
  running_ = thread;
  const Use use = use_of(operation.kind);
  if (operation.object != nullptr && use.any()) {
    const Event event = event_at(operation);
    Event& latest = latest_[operation.object];
    if (use.reads) saw_.push_back(mixed_with(event, latest));
    if (use.writes) latest = event;
  }
  observed_->on_step(thread, operation);
}

void ObservedStrategy::on_effects(ThreadId thread, const Effects& effects) {
  trace_.add(thread, effects);
  if (observed_->wants_effects()) observed_->on_effects(thread, effects);
}

void ObservedStrategy::end(std::uint64_t steps, bool whole) {
  observed_->end(steps, whole);
  if (!whole) return;
  ++schedules_;
  const auto known = interleavings_.find(trace_.value());
  if (known != interleavings_.end()) {
    ++known->second;
  } else if (interleavings_.size() < kMostInterleavings) {
    interleavings_.emplace(trace_.value(), 1);
    new_interleavings_.push_back(schedules_);
  } else {
    capped_ = true;
  }
  for (const std::uint64_t pair : saw_) {
    if (reads_from_.insert(pair).second) new_reads_from_.push_back(schedules_);
  }
}

SearchStatistics ObservedStrategy::statistics() const {
  constexpr std::uint64_t kTenth = 10;
  SearchStatistics seen{.schedules = schedules_,
                        .interleavings = interleavings_.size(),
                        .reads_from = reads_from_.size(),
                        .last_new_interleaving = last_of(new_interleavings_),
                        .last_new_reads_from = last_of(new_reads_from_),
                        .lately = schedules_ / kTenth,
                        .capped = capped_,
                        .independent = observed_->draws_independently() && !capped_};
  const std::uint64_t before = schedules_ - seen.lately;
  seen.new_interleavings_lately = above(new_interleavings_, before);
  seen.new_reads_from_lately = above(new_reads_from_, before);
  for (const auto& [interleaving, times] : interleavings_) {
    if (times == 1) ++seen.once;
    if (times == 2) ++seen.twice;
  }
  return seen;
}

}  // namespace lockstep::explorer
