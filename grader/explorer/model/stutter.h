#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "explorer/model/round.h"
#include "explorer/schedule/effects.h"
#include "explorer/schedule/thread_set.h"

namespace lockstep::explorer {

/// Holds a thread that stutters: it has gone round a loop and stands where it stood, with the same registers, stack and
/// locks, and nothing it wrote in the round has another value than before. Until another thread makes a step that
/// depends on one of the round's, the thread can do nothing but the same round again; a schedule in which it does leads
/// to the states of one in which it does not. So holding it hides nothing, and an endless loop ends in each schedule in
/// which it can. A loop that counts its rounds differs each time, and is not held.
///
/// A round begins where the thread holds no more locks than in the rest of it, so that others can go on meanwhile.
///
/// When a round is watched: where a thread has just seen a value again, and at its 64th, 128th, 256th ... step (Brent,
/// "An improved Monte Carlo factorization algorithm", 1980: a cycle is found within a small multiple of its length).
class Stutter {
 public:
  /// A new schedule.
  void begin() { held_ = active_ = {}; }

  /// A thread comes to be.
  void begin_thread(ThreadId thread);

  /// Those that may not go on.
  [[nodiscard]] const ThreadSet& held() const { return held_; }

  /// No thread can go on but those that are held. Lets one go whose round has a middle in which others can go on.
  /// \return -1 when there is none
  ThreadId let_one_go();

  /// Lets one go that was held although the time had passed in its round: if it asks for the time, it may go another
  /// way. \return false when there is none
  bool let_one_go_by_time();

  /// Time has passed. Lets those go whose wait it has ended, and those whose round goes by the time.
  void time_passed(const ThreadSet& timed_out);

  /// The running thread is about to make a step. \return whether where it stands has to be examined
  [[nodiscard]] bool before_step() { return ++watch_->steps == watch_->next || notes_writes_; }

  /// It may be held from now on.
  /// \param stack  the running thread's
  void examine(std::span<const std::byte> stack, const Standpoint& point);

  /// The running thread has seen a value that it had seen before: its next step is the first of a round to watch.
  void suspect() {
    if (!watch_->round.active()) watch_->next = watch_->steps + 1;
  }

  /// From now on another thread runs.
  void run(ThreadId thread) {
    running_ = thread;
    watch_ = &of(thread);
    if (watch_->let_go) [[unlikely]]
      begin_again(*watch_);
    notes_writes_ = watch_->round.active() || watch_->lap.active();
  }

  /// Whether the running thread's writes have to be noted.
  [[nodiscard]] bool notes_writes() const { return notes_writes_; }
  void note_write(const volatile void* memory, std::size_t size);

  /// Whether any round is watched: then the effects of each step have to be told.
  [[nodiscard]] bool watches() const { return !active_.empty(); }

  /// The running thread has made a step that had these effects.
  void after_step(const Effects& effects);

  /// The running thread has changed what no comparison shows (it made a thread, or woke one).
  void give_up_round() { stop(*watch_, running_); }

  /// How often a thread was seen to come back to where it was, with what it wrote written back, whatever others did.
  [[nodiscard]] std::uint64_t laps(ThreadId thread) const { return of(thread).laps; }

  /// Steps that the running thread has come to in this schedule.
  [[nodiscard]] std::uint64_t steps() const { return watch_->steps; }

  /// Locks that the running thread holds, as a digest.
  void lock_taken(const void* lock) {
    watch_->locks += mixed(lock);
    ++watch_->held_locks;
  }
  void lock_released(const void* lock, int times = 1) {
    watch_->locks -= static_cast<std::uint64_t>(times) * mixed(lock);
    watch_->held_locks -= times;
    if (watch_->held_locks < watch_->held_at_begin && watch_->round.active()) [[unlikely]]
      begin_with_fewer_locks();
  }

 private:
  struct Watch {
    std::uint64_t steps = 0;
    std::uint64_t next = 0;      ///< the step at which a round is begun
    std::uint64_t next_lap = 0;  ///< and a lap
    std::uint64_t locks = 0;     ///< those that it holds, as a digest
    int held_locks = 0;
    int held_at_begin = 0;               ///< of the round
    unsigned disturbed = 0;              ///< how often another thread's step has ended a round of it
    ThreadId released_by = -1;           ///< the one thread whose steps have ended the holding of this one
    std::uint64_t released_at = 0;       ///< its own step then
    std::uint64_t released_by_step = 0;  ///< the other thread's
    std::uint64_t round_began = 0;       ///< the step before which it did
    bool let_go = false;                 ///< it was held, and has not moved since
    bool time_passed = false;            ///< since the round began
    Round round;
    Round lap;  ///< the same, whatever other threads do meanwhile
    std::uint64_t laps = 0;
  };

  [[nodiscard]] Watch& of(ThreadId thread) { return watches_[static_cast<std::size_t>(thread)]; }
  [[nodiscard]] const Watch& of(ThreadId thread) const { return watches_[static_cast<std::size_t>(thread)]; }
  [[nodiscard]] static std::uint64_t mixed(const void* lock) {
    return reinterpret_cast<std::uintptr_t>(lock) * 0x9E37'79B9'7F4A'7C15;
  }
  static void begin_again(Watch& watch);
  [[gnu::cold]] void begin_with_fewer_locks();
  void hold(ThreadId thread);
  void release(ThreadId thread);
  void let_go(ThreadId thread);
  void stop(Watch& watch, ThreadId thread) {
    watch.round.stop();
    watch.let_go = false;
    active_.erase(thread);
    held_.erase(thread);  // nothing else would let it go
    if (thread == running_) notes_writes_ = watch.lap.active();
  }

  std::array<Watch, kMaxThreads> watches_;
  ThreadId running_ = 0;
  Watch* watch_ = watches_.data();  ///< the running thread's: asked for at each step
  bool notes_writes_ = false;
  ThreadSet active_;  ///< whose round is watched, held or not
  ThreadSet held_;
};

}  // namespace lockstep::explorer
