#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <span>
#include <vector>

/// Counts how often each of some numbers is tested. One worker's count orders nothing that another worker does: a race
/// between them stays one.
class CountedTests {
 public:
  /// \param numbers  no two are the same; they must outlive this
  explicit CountedTests(std::span<const std::uint64_t> numbers) : numbers_(numbers), counts_(numbers.size()) {}

  /// A worker tests a number.
  void count(std::uint64_t number) {
    const auto found = std::ranges::find(numbers_, number);
    if (found == numbers_.end()) {
      ADD_FAILURE() << number << " was tested, which is none of the numbers: it lies behind the last one in memory. "
                    << "Could another worker take the last number between this worker's look and its step?";
      return;
    }
    counts_[static_cast<std::size_t>(found - numbers_.begin())].fetch_add(1, std::memory_order_relaxed);
  }

  /// To be called when all workers have ended.
  void expect_each_once() const {
    for (std::size_t i = 0; i < numbers_.size(); ++i) {
      EXPECT_EQ(counts_[i].load(), 1) << "times that " << numbers_[i] << " was tested";
    }
  }

 private:
  std::span<const std::uint64_t> numbers_;
  std::vector<std::atomic<int>> counts_;
};
