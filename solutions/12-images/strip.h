#pragma once

#include <cstddef>
#include <mutex>
#include <optional>

// Part 2: tiles. You write the class here. Read README.md first.

/// Consecutive tiles that belong to one worker, and of which others may take some. All functions may be called by any
/// thread at the same time, and each of them is atomic: no tile is given twice, and none is lost.
class Strip {
 public:
  /// The tiles from `begin` on and before `end`. \pre begin <= end
  Strip(std::size_t begin, std::size_t end) : begin_(begin), end_(end) {}
  Strip(const Strip&) = delete;
  Strip& operator=(const Strip&) = delete;
  ~Strip() = default;

  /// Takes the first tile that is left. \return nothing when none is left
  [[nodiscard]] std::optional<std::size_t> take() {
    const std::scoped_lock lock(mutex_);
    if (begin_ == end_) return std::nullopt;
    return begin_++;
  }

  /// Takes the last tile that is left. \return nothing when none is left
  [[nodiscard]] std::optional<std::size_t> steal() {
    const std::scoped_lock lock(mutex_);
    if (begin_ == end_) return std::nullopt;
    return --end_;
  }

  /// How many tiles are left.
  [[nodiscard]] std::size_t left() const {
    const std::scoped_lock lock(mutex_);
    return end_ - begin_;
  }

 private:
  mutable std::mutex mutex_;
  std::size_t begin_;  // guarded by mutex_
  std::size_t end_;    // guarded by mutex_
};
