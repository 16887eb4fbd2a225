#pragma once

#include <cstddef>
#include <stdexcept>

// Part 1: a ticket lock. Read README.md first.

/// A lock that serves threads in the order in which they came: nobody overtakes a thread that has a ticket.
///
/// Works with std::lock_guard, std::scoped_lock and std::unique_lock. As for a std::mutex, only the thread that holds
/// it may unlock it, a thread that holds it does not ask for it again, and it is destroyed when no thread uses it.
class TicketLock {
 public:
  TicketLock();

  TicketLock(const TicketLock&) = delete;
  TicketLock& operator=(const TicketLock&) = delete;

  /// Takes the next ticket, waits until it is called, and has the lock. It may be taken any number of times.
  void lock();

  /// Does not wait, and overtakes nobody.
  /// \return whether it took the lock; false: a thread holds it or waits for it, and nothing has changed
  bool try_lock();

  /// Calls the next ticket.
  void unlock();

  /// How many threads have a ticket that is not called yet. Only the thread that holds the lock may ask: so the number
  /// can only grow while it asks.
  [[nodiscard]] std::size_t waiting() const;
};

inline TicketLock::TicketLock() {
  throw std::logic_error("TicketLock's constructor is not written yet: see part 1 of README.md");
}

inline void TicketLock::lock() {
  throw std::logic_error("TicketLock::lock is not written yet: see part 1 of README.md");
}

inline bool TicketLock::try_lock() {
  throw std::logic_error("TicketLock::try_lock is not written yet: see part 1 of README.md");
}

inline void TicketLock::unlock() {
  throw std::logic_error("TicketLock::unlock is not written yet: see part 1 of README.md");
}

inline std::size_t TicketLock::waiting() const {
  throw std::logic_error("TicketLock::waiting is not written yet: see part 1 of README.md");
}
