#include "explorer/model/stutter.h"

#include <algorithm>
#include <bit>

#include "explorer/library/waiter_pools.h"

namespace lockstep::explorer {
namespace {

constexpr std::uint64_t kFirstWatch = 64;  ///< a power of two
constexpr std::uint64_t kFirstLap = 32'768;
constexpr int kMostMisses = 8;
constexpr int kMostMissesOfLap = 512;  ///< counters of a byte come back in so many

}  // namespace

void Stutter::begin_thread(ThreadId thread) {
  Watch& watch = of(thread);
  watch.steps = watch.locks = 0;
  watch.held_locks = 0;
  watch.next = kFirstWatch;
  watch.next_lap = kFirstLap;
  watch.disturbed = 0;
  watch.let_go = false;
  watch.released_by = -1;
  watch.released_at = 0;
  watch.round.stop();
  watch.lap.stop();
  watch.laps = 0;
  active_.erase(thread);
  held_.erase(thread);
}

void Stutter::begin_again(Watch& watch) {
  watch.let_go = false;
  watch.time_passed = false;
  watch.round.start_again();
  watch.round_began = watch.steps;
}

void Stutter::examine(std::span<const std::byte> stack, const Standpoint& point) {
  Watch& watch = *watch_;
  const bool begins = watch.steps == watch.next;
  if (begins) watch.next = std::max(kFirstWatch, std::bit_ceil(watch.steps + 1));
  const bool comes_back = watch.round.stands_at(point);
  const bool ends_lap = watch.lap.stands_at(point);
  if (!begins && !comes_back && !ends_lap) return;
  const auto state = local_state(point.caller, stack.data() + stack.size());
  if (!state) {
    if (begins) watch.next = watch.steps + 1;  // where it stands is not known: perhaps at the next step
    return;
  }
  if (ends_lap && watch.lap.is_closed(*state, watch.locks)) {
    ++watch.laps;
    watch.lap.start_again();
  }
  if (comes_back && watch.round.is_closed(*state, watch.locks)) return hold(running_);
  if (begins) {
    watch.round.begin(point, *state, watch.locks, stack, kMostMisses);
    watch.time_passed = false;
    watch.held_at_begin = watch.held_locks;
    active_.insert(running_);
    watch.round_began = watch.steps;
    if (watch.steps >= watch.next_lap) {
      watch.next_lap = std::bit_ceil(watch.steps + 1);
      watch.lap.begin(point, *state, watch.locks, stack, kMostMissesOfLap);
      watch.laps = 0;
    }
  } else if (!watch.round.active()) {
    active_.erase(running_);
  }
  notes_writes_ = watch.round.active() || watch.lap.active();
}

void Stutter::note_write(const volatile void* memory, std::size_t size) {
  if (watch_->round.active()) watch_->round.note_write(memory, size);
  if (watch_->lap.active() && !in_waiter_pools(memory)) watch_->lap.note_write(memory, size);
}

/// In the round the thread holds fewer locks than where it began.
void Stutter::begin_with_fewer_locks() {
  stop(*watch_, running_);
  watch_->next = watch_->steps + 1;
}

ThreadId Stutter::let_one_go() {
  for (const ThreadId thread : held_) {
    if (!of(thread).round.changes_on_the_way()) continue;
    let_go(thread);
    return thread;
  }
  return -1;
}

bool Stutter::let_one_go_by_time() {
  for (const ThreadId thread : held_) {
    if (!of(thread).time_passed || !of(thread).round.uses_time()) continue;
    let_go(thread);
    return true;
  }
  return false;
}

void Stutter::time_passed(const ThreadSet& timed_out) {
  for (const ThreadId thread : active_) of(thread).time_passed = true;
  const ThreadSet held = held_;
  for (const ThreadId thread : held) {
    if (timed_out.contains(thread) || of(thread).round.uses_time()) let_go(thread);
  }
}

void Stutter::hold(ThreadId thread) {
  held_.insert(thread);
  const Watch& mine = of(thread);
  // Those that were let go only because of the rounds of this thread, and have not moved since, wait for the same.
  for (const ThreadId other : active_ - held_) {
    const Watch& watch = of(other);
    const bool by_rounds_alone = watch.released_by == thread && watch.released_by_step >= mine.round_began;
    if (by_rounds_alone && watch.released_at == watch.steps) held_.insert(other);
  }
}

void Stutter::release(ThreadId thread) {
  Watch& watch = of(thread);
  const bool again = watch.released_at == watch.steps && watch.released_by != running_;
  watch.released_by = again ? -1 : running_;
  watch.released_at = watch.steps;
  watch.released_by_step = watch_->steps;
  watch.let_go = true;
  held_.erase(thread);
}

/// No thread's step has released it.
void Stutter::let_go(ThreadId thread) {
  release(thread);
  of(thread).released_by = -1;
}

void Stutter::after_step(const Effects& effects) {
  for (const ThreadId thread : active_) {
    Watch& watch = of(thread);
    if (thread == running_) {
      watch.round.note(effects);
      if (!watch.round.active()) stop(watch, thread);
    } else if (watch.round.depends_on(effects)) {
      if (held_.contains(thread)) {
        release(thread);
      } else if (watch.let_go) {  // it has not moved, and its round begins again when it does
        if (watch.released_by != running_) watch.released_by = -1;
      } else {
        stop(watch, thread);
        watch.next = std::min(watch.next, watch.steps + (std::uint64_t{1} << watch.disturbed++ % 32));
      }
    }
  }
}

}  // namespace lockstep::explorer
