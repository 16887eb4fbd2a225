#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "explorer/memory/vector_clock.h"
#include "explorer/schedule/thread_set.h"

namespace lockstep::explorer {

/// The value of any atomic, in its lowest bytes.
__extension__ using AtomicValue = unsigned __int128;

/// A store to an atomic, and which events make threads know of it.
struct Store {
  AtomicValue value = 0;
  ThreadId thread = -1;                 ///< -1: the value was there before the first access; all know of it
  std::uint32_t clock = 0;              ///< of its thread, at the store
  std::uint64_t sequential = 0;         ///< its number among the sequentially consistent accesses; 0: none of them
  std::uint64_t read_sequentially = 0;  ///< that of the first such load that read it
  VectorClock read_at;                  ///< of each thread, its own time when it first read it; 0: never
  VectorClock released;                 ///< what a load that acquires learns from it
};

/// The stores to one atomic in their modification order, which is the order in which they ran. The oldest are
/// forgotten: then no load reads them.
class StoreHistory {
 public:
  static constexpr std::size_t kMost = 32;

  [[nodiscard]] bool empty() const { return used_ == 0; }
  [[nodiscard]] std::size_t size() const { return used_; }

  /// \param age  0: the latest; below size()
  [[nodiscard]] Store& aged(std::size_t age) { return stores_[used_ - 1 - age]; }
  [[nodiscard]] Store& latest() { return aged(0); }

  /// A store without readers, to be filled in.
  Store& add();

  void clear() { used_ = 0; }

 private:
  std::vector<Store> stores_;  ///< what it holds beyond `used_` is used again
  std::size_t used_ = 0;
};

}  // namespace lockstep::explorer
