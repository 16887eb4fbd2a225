#pragma once

#include <cstdint>
#include <vector>

#include "explorer/memory/vector_clock.h"
#include "explorer/schedule/thread_set.h"

namespace lockstep::explorer {

/// The total order S of the sequentially consistent operations (C++20 [atomics.order]/4), which is the order in which
/// they ran: what its fences make known.
class SequentialOrder {
 public:
  /// A sequentially consistent fence.
  struct Fence {
    ThreadId thread = 0;
    std::uint32_t clock = 0;     ///< of its thread
    std::uint64_t accesses = 0;  ///< so many sequentially consistent accesses precede it in S
    VectorClock known;           ///< all that happened before a fence which precedes it in S
  };

  /// A new schedule.
  void begin();

  /// A sequentially consistent load or store. \return its number, from 1
  std::uint64_t access() { return ++accesses_; }

  /// \param known  what the thread knows
  void fence(ThreadId thread, const VectorClock& known);

  /// The last fence in S that happens before an operation of a thread which knows so much; null when there is none.
  [[nodiscard]] const Fence* last_before(const VectorClock& known) const;

  /// All that happened before some fence.
  [[nodiscard]] const VectorClock& fenced() const { return fenced_; }

  [[nodiscard]] std::uint64_t accesses() const { return accesses_; }

 private:
  std::uint64_t accesses_ = 0;
  VectorClock fenced_;
  std::vector<Fence> fences_;
};

}  // namespace lockstep::explorer
