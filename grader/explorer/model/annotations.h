#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

#include "explorer/memory/vector_clock.h"

namespace lockstep::explorer {

/// What the program itself says of its schedule (hooks/annotations.cpp), where its instructions do not show it.
class Annotations {
 public:
  /// A new schedule: nothing has been said.
  void begin();

  /// All that the thread with this clock has done happens before whatever comes after `after` at the same address.
  void before(const void* address, const VectorClock& clock) { clocks_[address].join(clock); }
  void after(const void* address, VectorClock& clock) const;

  /// In some thread a section begins, or ends, in which accesses are ignored. \return whether there is any now
  bool count_sections(int more) { return (sections_ += more) > 0; }

  /// A race for these bytes is none.
  void benign(const volatile void* address, std::size_t size);
  [[nodiscard]] bool is_benign(std::uintptr_t address) const;

  /// The memory is freed: nothing holds of what comes to lie there.
  void forget(std::uintptr_t address, std::size_t size);

 private:
  std::unordered_map<const void*, VectorClock> clocks_;
  int sections_ = 0;
  std::vector<std::pair<std::uintptr_t, std::uintptr_t>> benign_;  ///< first, and behind the last
};

}  // namespace lockstep::explorer
