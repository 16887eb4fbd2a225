#include "explorer/strategy/trace_hash.h"

#include "explorer/strategy/mixed_with.h"

namespace lockstep::explorer {
namespace {

enum class Relation : std::uint64_t { kStep = 1, kReads, kChanges, kBarrier, kChoice };

/// What a step adds by one relation to what was before it.
std::uint64_t link(Relation relation, std::uint64_t event, std::uint64_t before) {
  return mixed_with(mixed_with(mixed_with(static_cast<std::uint64_t>(relation), event), before), event >> 32);
}

}  // namespace

void TraceHash::begin() {
  sum_ = barrier_ = 0;
  bytes_.clear();
  time_ = {};
  made_.clear();
}

std::uint64_t TraceHash::next_event(ThreadId thread) {
  const auto number = static_cast<std::uint64_t>(thread) + 2;  // -1 is a thread, too
  return mixed_with(mixed_with(number, 0x5DEE'CE66), ++made_[thread]);
}

void TraceHash::touch(std::uint64_t event, Last& last, bool changed) {
  sum_ += link(changed ? Relation::kChanges : Relation::kReads, event, last.change);
  if (changed) {
    sum_ += link(Relation::kChanges, event, last.reads);
    last = {.change = event, .reads = 0};
  } else {
    last.reads += event;
  }
}

void TraceHash::add(ThreadId thread, const Effects& effects) {
  const std::uint64_t event = next_event(thread);
  if (effects.affects_all()) {
    // All steps so far come before it, whatever their order; and all that follow, after it.
    sum_ += link(Relation::kBarrier, event, sum_);
    barrier_ = sum_;
    bytes_.clear();
    time_ = {};
    return;
  }
  sum_ += link(Relation::kStep, event, barrier_);
  if (effects.uses_time()) touch(event, time_, true);
  for (const Effects::Touched& one : effects.touched()) {
    for (std::uint32_t i = 0; i < one.size; ++i) touch(event, bytes_[one.address + i], one.changed);
  }
}

void TraceHash::add_choice(ThreadId thread, unsigned chosen) {
  const auto number = static_cast<std::uint64_t>(thread) + 2;
  sum_ += link(Relation::kChoice, mixed_with(number, made_[thread]), chosen);
}

}  // namespace lockstep::explorer
