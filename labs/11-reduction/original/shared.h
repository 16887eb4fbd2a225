#pragma once

#include <cstddef>
#include <cstdint>
#include <stdexcept>

// Part 3: values that all workers share, made of atomics. The private members are yours. Read README.md first.

/// The least of all values that were offered. Any number of threads may use it at the same time; each operation is
/// atomic, and none waits for a lock.
class SharedMinimum {
 public:
  /// \return whether `value` is less than each value that was offered before, and than the largest std::int64_t
  bool offer(std::int64_t /*value*/) {
    throw std::logic_error("SharedMinimum is not written yet: see part 3 of README.md");
  }

  /// \return the least value that was offered; the largest std::int64_t before there is one
  [[nodiscard]] std::int64_t get() const {
    throw std::logic_error("SharedMinimum is not written yet: see part 3 of README.md");
  }
};

/// A counter for each bin. Any number of threads may use it at the same time; each operation is atomic, and none waits
/// for a lock.
class SharedHistogram {
 public:
  /// Each counter is 0 in the beginning.
  explicit SharedHistogram(std::size_t /*bins*/) {
    throw std::logic_error("SharedHistogram is not written yet: see part 3 of README.md");
  }

  [[nodiscard]] std::size_t bins() const {
    throw std::logic_error("SharedHistogram is not written yet: see part 3 of README.md");
  }

  /// Counts one more in this bin.
  /// \return how many there are with this one
  /// \throw std::out_of_range when there is no such bin
  std::uint64_t add(std::size_t /*bin*/) {
    throw std::logic_error("SharedHistogram is not written yet: see part 3 of README.md");
  }

  /// \return how many were counted in this bin
  /// \throw std::out_of_range when there is no such bin
  [[nodiscard]] std::uint64_t count(std::size_t /*bin*/) const {
    throw std::logic_error("SharedHistogram is not written yet: see part 3 of README.md");
  }
};
