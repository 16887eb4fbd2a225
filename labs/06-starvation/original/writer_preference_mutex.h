#pragma once

#include <cstddef>
#include <stdexcept>

// Part 3: readers and writers, the writers first. Read README.md first.

/// A reader-writer lock: one writer holds it alone, or any number of readers together. No reader overtakes a writer: a
/// reader gets in only while no writer holds the lock and none waits. Nothing is promised to readers while writers
/// come, and no order among writers.
///
/// Several threads may call every function at once. A thread waits when `waiting_writers` or `waiting_readers` counts
/// it. Works with std::scoped_lock and std::shared_lock. As for a std::shared_mutex, a thread that holds it does not
/// ask for it again, and it is destroyed when no thread uses it.
class WriterPreferenceMutex {
 public:
  WriterPreferenceMutex();

  WriterPreferenceMutex(const WriterPreferenceMutex&) = delete;
  WriterPreferenceMutex& operator=(const WriterPreferenceMutex&) = delete;

  /// For a writer: waits until nobody holds the lock, and holds it alone.
  void lock();
  void unlock();

  /// For a reader: waits while a writer holds the lock or waits for it. All readers that wait then get in together.
  void lock_shared();
  void unlock_shared();

  /// How many writers wait, at a time when somebody holds the lock.
  [[nodiscard]] std::size_t waiting_writers() const;

  /// How many readers wait, at a time when a writer holds the lock.
  [[nodiscard]] std::size_t waiting_readers() const;
};

inline WriterPreferenceMutex::WriterPreferenceMutex() {
  throw std::logic_error("WriterPreferenceMutex's constructor is not written yet: see part 3 of README.md");
}

inline void WriterPreferenceMutex::lock() {
  throw std::logic_error("WriterPreferenceMutex::lock is not written yet: see part 3 of README.md");
}

inline void WriterPreferenceMutex::unlock() {
  throw std::logic_error("WriterPreferenceMutex::unlock is not written yet: see part 3 of README.md");
}

inline void WriterPreferenceMutex::lock_shared() {
  throw std::logic_error("WriterPreferenceMutex::lock_shared is not written yet: see part 3 of README.md");
}

inline void WriterPreferenceMutex::unlock_shared() {
  throw std::logic_error("WriterPreferenceMutex::unlock_shared is not written yet: see part 3 of README.md");
}

inline std::size_t WriterPreferenceMutex::waiting_writers() const {
  throw std::logic_error("WriterPreferenceMutex::waiting_writers is not written yet: see part 3 of README.md");
}

inline std::size_t WriterPreferenceMutex::waiting_readers() const {
  throw std::logic_error("WriterPreferenceMutex::waiting_readers is not written yet: see part 3 of README.md");
}
