#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <stdexcept>

// Part 3: values that all workers share, made of atomics. The private members are yours. Read README.md first.

/// The least of all values that were offered. Any number of threads may use it at the same time; each operation is
/// atomic, and none waits for a lock.
class SharedMinimum {
 public:
  /// \return whether `value` is less than each value that was offered before, and than the largest std::int64_t
  bool offer(std::int64_t value) {
    for (;;) {
      std::int64_t least = least_;
      if (value >= least) return false;
      if (least_.compare_exchange_strong(least, value)) return true;
    }
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
  explicit SharedHistogram(std::size_t bins) : bins_(bins), counts_(new std::atomic<std::uint64_t>[bins]()) {}

  [[nodiscard]] std::size_t bins() const { return bins_; }

  /// Counts one more in this bin.
  /// \return how many there are with this one
  /// \throw std::out_of_range when there is no such bin
  std::uint64_t add(std::size_t bin) { return ++counter(bin); }

  /// \return how many were counted in this bin
  /// \throw std::out_of_range when there is no such bin
  [[nodiscard]] std::uint64_t count(std::size_t bin) const { return counter(bin); }

 private:
  [[nodiscard]] std::atomic<std::uint64_t>& counter(std::size_t bin) const {
    if (bin >= bins_) throw std::out_of_range("there is no such bin");
    return counts_[bin];
  }

  std::size_t bins_;
  std::unique_ptr<std::atomic<std::uint64_t>[]> counts_;
};
