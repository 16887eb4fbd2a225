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
  [[nodiscard]] std::uint32_t operator[](ThreadId thread) const { return at_[static_cast<std::size_t>(thread)]; }

  void set(ThreadId thread, std::uint32_t time) {
    size_ = std::max(size_, static_cast<std::size_t>(thread) + 1);
    at_[static_cast<std::size_t>(thread)] = time;
  }

  void tick(ThreadId thread) { set(thread, (*this)[thread] + 1); }

  /// Learns all that `other` knows.
  void join(const VectorClock& other) {
    const std::size_t end = other.size_;
    size_ = std::max(size_, end);
    for (std::size_t i = 0; i < end; ++i) at_[i] = std::max(at_[i], other.at_[i]);
  }

  /// Copies what is used, a block at a time: a call of memmove would cost more than that.
  void assign(const VectorClock& other) {
    const std::size_t end = std::max(size_, other.size_);
    for (std::size_t i = 0; i < end; i += kBlock)
      __builtin_memcpy(&at_[i], &other.at_[i], kBlock * sizeof(std::uint32_t));
    size_ = other.size_;
  }

  void clear() {
    for (std::size_t i = 0; i < size_; i += kBlock) __builtin_memset(&at_[i], 0, kBlock * sizeof(std::uint32_t));
    size_ = 0;
  }

  bool operator==(const VectorClock& other) const = default;

 private:
  static constexpr std::size_t kBlock = 8;
  static_assert(kMaxThreads % kBlock == 0);

  std::size_t size_ = 0;
  std::array<std::uint32_t, kMaxThreads> at_{};  ///< from `size_` on all 0: what is read need not be compared with it
};

}  // namespace lockstep::explorer
