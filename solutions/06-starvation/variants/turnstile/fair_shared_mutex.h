#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>

/// A reader-writer lock: one writer holds it alone, or any number of readers together. Nobody overtakes a thread that
/// waits: a writer gets in after all that came before it, a reader after all writers that came before it. Readers that
/// come one after the other, with no writer between them, hold the lock together.
///
/// Several threads may call every function at once. A thread has come when `waiting` counts it. Works with
/// std::scoped_lock and std::shared_lock. As for a std::shared_mutex, a thread that holds it does not ask for it again,
/// and it is destroyed when no thread uses it.
class FairSharedMutex {
 public:
  FairSharedMutex() = default;

  FairSharedMutex(const FairSharedMutex&) = delete;
  FairSharedMutex& operator=(const FairSharedMutex&) = delete;

  /// For a writer: waits until nobody holds the lock and all that came before have had it. Holds it alone.
  void lock() { wait_for(may_write_); }
  void unlock() {
    pass(may_read_);
    pass(may_write_);
  }

  /// For a reader: waits until no writer holds the lock and all writers that came before have had it.
  void lock_shared() {
    wait_for(may_read_);
    pass(may_read_);  // the next one, if it reads, too
  }
  void unlock_shared() { pass(may_write_); }

  /// How many threads wait, readers and writers, at a time when somebody holds the lock.
  [[nodiscard]] std::size_t waiting() const { return waiting_; }

 private:
  using Ticket = std::atomic<std::uint32_t>;

  void wait_for(Ticket& turn) {
    const std::uint32_t mine = next_++;
    ++waiting_;
    for (std::uint32_t now = turn; now != mine; now = turn) turn.wait(now);
    --waiting_;
  }
  static void pass(Ticket& turn) {
    ++turn;
    turn.notify_all();
  }

  Ticket next_ = 0;
  Ticket may_read_ = 0;   // all writers before this ticket have left, and all readers have come in
  Ticket may_write_ = 0;  // all before this ticket have left, in whatever order
  std::atomic<std::size_t> waiting_ = 0;
};
