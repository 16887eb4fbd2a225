#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <vector>

#include "twin/program.h"

namespace lockstep::explorer::twin {

/// How a program ends: the registers, thread by thread and operation by operation (0 for one that has none), and then
/// the words.
using Ending = std::vector<int>;

struct ModelOptions {
  int spurious_budget = 2;    ///< spurious wake-ups and failures of a weak exchange in one run
  bool weak_may_fail = true;  ///< a compare_exchange_weak, though the old value is there
  /// acquire() as libstdc++ 12 has it (bits/atomic_wait.h, __atomic_wait_address_bare): it remembers the count, looks,
  /// and sleeps if the count is then what it remembers, even where another thread took and gave back in between. So it
  /// may sleep although the count is not 0.
  bool library_semaphore = false;
  bool busy_machine = false;  ///< time may pass while threads could go on; that counts as a spurious event
  std::size_t most_states = 1'000'000;
};

/// All that a program can come to.
struct Reachable {
  std::set<Ending> endings;
  bool stuck = false;     ///< a state in which no thread can go on, and not all have ended
  bool livelock = false;  ///< a state in which threads can go on, for ever, but never all end nor all be stuck
  std::size_t states = 0;

  [[nodiscard]] bool hangs() const { return stuck || livelock; }
};

/// Looks at every state of `program`, breadth first: no reduction, no fairness, no pthread. Threads take turns in any
/// order, a visible operation at a time, and each sees the latest value (sequential consistency).
/// \return nothing when there are more states than the options allow
[[nodiscard]] std::optional<Reachable> reachable(const Program& program, const ModelOptions& options = {});

}  // namespace lockstep::explorer::twin
