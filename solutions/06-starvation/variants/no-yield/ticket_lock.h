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
  TicketLock() noexcept : state_(0) {}

  TicketLock(const TicketLock&) = delete;
  TicketLock& operator=(const TicketLock&) = delete;

  /// Takes the next ticket, waits until it is called, and has the lock. It may be taken any number of times.
  void lock() {
    const std::uint32_t mine = static_cast<std::uint32_t>(state_.fetch_add(kOneTicket) >> 32);
    while (static_cast<std::uint32_t>(state_.load()) != mine) {
    }
  }

  /// Does not wait, and overtakes nobody.
  /// \return whether it took the lock; false: a thread holds it or waits for it, and nothing has changed
  bool try_lock() {
    std::uint64_t now = state_;
    while (static_cast<std::uint32_t>(now >> 32) == static_cast<std::uint32_t>(now)) {
      if (state_.compare_exchange_weak(now, now + kOneTicket)) return true;
    }
    return false;
  }

  /// Calls the next ticket.
  void unlock() {
    std::uint64_t now = state_;
    // Adding 1 to the lower half must not carry into the upper one.
    while (!state_.compare_exchange_weak(now, (now & kUpper) | static_cast<std::uint32_t>(now + 1))) {
    }
  }

  /// How many threads have a ticket that is not called yet. Only the thread that holds the lock may ask: so the number
  /// can only grow while it asks.
  [[nodiscard]] std::size_t waiting() const {
    const std::uint64_t now = state_;
    return static_cast<std::uint32_t>((now >> 32) - now) - 1;
  }

 private:
  static constexpr std::uint64_t kOneTicket = std::uint64_t{1} << 32;
  static constexpr std::uint64_t kUpper = ~std::uint64_t{0} << 32;
  std::atomic<std::uint64_t> state_;  // above: the next ticket; below: the one that is called
};
