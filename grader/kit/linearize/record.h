#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "linearize/history.h"

namespace lockstep::linearize {

/// What a run leaves behind, in memory that it does not have to allocate: a block that outlives its run moves those of
/// the next.
struct Record {
  struct Slot {
    enum class How : unsigned char { kNotCalled, kCalled, kReturned };

    How how = How::kNotCalled;
    OperationSet before = 0;
    OperationSet waiting = 0;
    std::size_t size = 0;
    std::array<char, 120> text{};  ///< a longer outcome is cut

    void set(std::string_view outcome) {
      size = std::min(outcome.size(), text.size());
      std::copy_n(outcome.begin(), size, text.begin());
      how = How::kReturned;
    }
    [[nodiscard]] std::string_view outcome() const { return {text.data(), size}; }
  };

  std::array<Slot, kMostOperations> slots{};
  std::size_t used = 0;  ///< slots that the scenario has
  bool fault_thrown = false;
  std::int64_t left_alive = 0;  ///< objects of lockstep/counted.h in the end; below 0: destroyed too often
};

}  // namespace lockstep::linearize
