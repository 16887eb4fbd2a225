#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>

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
    const std::uint32_t mine =
        next_.fetch_add(1, std::memory_order_relaxed);  // what is guarded is passed on by called_
    // Pairs with the store in unlock: what the one before did under the lock is seen.
    for (auto now = called_.load(std::memory_order_acquire); now != mine;
         now = called_.load(std::memory_order_acquire)) {
      called_.wait(now, std::memory_order_acquire);
    }
  }

  /// Does not wait, and overtakes nobody.
  /// \return whether it took the lock; false: a thread holds it or waits for it, and nothing has changed
  bool try_lock() {
    const auto now = called_.load(std::memory_order_acquire);  // pairs with the store in unlock
    auto mine = now;
    return next_.compare_exchange_strong(mine, now + 1, std::memory_order_relaxed);
  }

  /// Calls the next ticket.
  void unlock() {
    // Only the holder writes called_. The store pairs with the loads in lock and try_lock.
    called_.store(called_.load(std::memory_order_relaxed) + 1, std::memory_order_release);
    called_.notify_all();
  }

  /// How many threads have a ticket that is not called yet. Only the thread that holds the lock may ask: so the number
  /// can only grow while it asks.
  [[nodiscard]] std::size_t waiting() const { return next_.load() - called_.load() - 1; }

 private:
  std::atomic<std::uint32_t> next_ = 0;
  std::atomic<std::uint32_t> called_ = 0;
};
