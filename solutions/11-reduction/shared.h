#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

// Part 3: values that all workers share, made of atomics. The private members are yours. Read README.md first.

/// The least of all values that were offered. Any number of threads may use it at the same time; each operation is
/// atomic, and none waits for a lock.
class SharedMinimum {
 public:
  /// \return whether `value` is less than each value that was offered before, and than the largest std::int64_t
  bool offer(std::int64_t value) {
    std::int64_t least = least_.load();
    while (value < least) {
      // Where another thread came first, it fails, and `least` is what that thread wrote.
      if (least_.compare_exchange_weak(least, value)) return true;
    }
    return false;
  }

  /// \return the least value that was offered; the largest std::int64_t before there is one
  [[nodiscard]] std::int64_t get() const { return least_.load(); }

 private:
  std::atomic<std::int64_t> least_{std::numeric_limits<std::int64_t>::max()};
};

/// A counter for each bin. Any number of threads may use it at the same time; each operation is atomic, and none waits
/// for a lock.
class SharedHistogram {
 public:
  /// Each counter is 0 in the beginning.
  explicit SharedHistogram(std::size_t bins) : counts_(bins) {}

  [[nodiscard]] std::size_t bins() const { return counts_.size(); }

  /// Counts one more in this bin.
  /// \return how many there are with this one
  /// \throw std::out_of_range when there is no such bin
  std::uint64_t add(std::size_t bin) {
    return counts_.at(bin).fetch_add(1, std::memory_order_relaxed) + 1;  // relaxed: no other memory depends on a count
  }

  /// \return how many were counted in this bin
  /// \throw std::out_of_range when there is no such bin
  [[nodiscard]] std::uint64_t count(std::size_t bin) const { return counts_.at(bin).load(std::memory_order_relaxed); }

 private:
  std::vector<std::atomic<std::uint64_t>> counts_;
};
