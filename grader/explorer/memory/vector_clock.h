#pragma once

#include <algorithm>
#include <array>
#include <cstdint>

#include "explorer/schedule/thread_set.h"

namespace lockstep::explorer {

/// What a thread knows of all threads' progress (Lamport's happens-before, as vectors: Mattern, "Virtual Time and
/// Global States of Distributed Systems", 1989). Threads that it has never heard of stand at 0.
class VectorClock {
 public:
  [[nodiscard]] std::uint32_t operator[](ThreadId thread) const {
    return thread < size_ ? at_[static_cast<std::size_t>(thread)] : 0;
  }

  void set(ThreadId thread, std::uint32_t time) {
    grow(thread + 1);
    at_[static_cast<std::size_t>(thread)] = time;
  }

  void tick(ThreadId thread) { set(thread, (*this)[thread] + 1); }

  /// Learns all that `other` knows.
  void join(const VectorClock& other) {
    grow(other.size_);
    for (int i = 0; i < other.size_; ++i) {
      auto& mine = at_[static_cast<std::size_t>(i)];
      mine = std::max(mine, other.at_[static_cast<std::size_t>(i)]);
    }
  }

  /// Copies what is used, a block at a time: a call of memmove would cost more than that.
  void assign(const VectorClock& other) {
    size_ = other.size_;
    for (std::size_t i = 0; i < static_cast<std::size_t>(size_); i += kBlock)
      __builtin_memcpy(&at_[i], &other.at_[i], kBlock * sizeof(std::uint32_t));
  }

  void clear() { size_ = 0; }

  bool operator==(const VectorClock& other) const {
    return std::equal(at_.begin(), at_.begin() + size_, other.at_.begin(), other.at_.begin() + other.size_);
  }

 private:
  static constexpr std::size_t kBlock = 8;
  static_assert(kMaxThreads % kBlock == 0);

  void grow(int size) {
    while (size_ < size) at_[static_cast<std::size_t>(size_++)] = 0;
  }

  int size_ = 0;
  std::array<std::uint32_t, kMaxThreads> at_;
};

}  // namespace lockstep::explorer
