#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <thread>

/// A lock that serves threads in the order in which they came: nobody overtakes a thread that has a ticket.
///
/// Works with std::lock_guard, std::scoped_lock and std::unique_lock. As for a std::mutex, only the thread that holds
/// it may unlock it, a thread that holds it does not ask for it again, and it is destroyed when no thread uses it.
class TicketLock {
 public:
  TicketLock() = default;

  TicketLock(const TicketLock&) = delete;
  TicketLock& operator=(const TicketLock&) = delete;

  /// Takes the next ticket, waits until it is called, and has the lock. It may be taken any number of times.
  void lock() {
    const std::uint64_t mine = next_++;
    while (called_ != mine) std::this_thread::yield();
  }

  /// Does not wait, and overtakes nobody.
  /// \return whether it took the lock; false: a thread holds it or waits for it, and nothing has changed
  bool try_lock() {
    // The next ticket is the called one only if nobody holds the lock and nobody waits. Had that changed since the
    // look at called_, so had next_, and the exchange fails.
    std::uint64_t mine = called_;
    return next_.compare_exchange_strong(mine, mine + 1);
  }

  /// Calls the next ticket.
  void unlock() { ++called_; }

  /// How many threads have a ticket that is not called yet. Only the thread that holds the lock may ask: so the number
  /// can only grow while it asks.
  [[nodiscard]] std::size_t waiting() const { return next_ - called_ - 1; }

 private:
  std::atomic<std::uint64_t> next_ = 0;    // the ticket that the next thread takes
  std::atomic<std::uint64_t> called_ = 0;  // the ticket of the thread that has the lock, or may have it
};
