#pragma once

#include <cstdint>
#include <optional>

#include "explorer/memory/access_watch.h"
#include "explorer/model/lock_orders.h"

namespace lockstep::explorer {

/// With weak memory, loads of a schedule that may be stale. A bound: in a loop, a load could be stale for ever.
inline constexpr unsigned kStaleReads = 3;

/// What holds for every schedule of an exploration.
struct Rules {
  std::optional<std::uint64_t> bypass_bound;  ///< how often a waiting thread may be overtaken at a lock
  std::uint64_t most_steps = 300'000;         ///< a longer schedule is cut
  unsigned spurious_budget = 2;               ///< spurious wake-ups and failures, in a schedule
  unsigned stale_read_budget = 0;             ///< loads that read what is not the latest, in a schedule
  bool busy_machine = false;                  ///< time may pass while threads could go on; that is a spurious event
  bool output_is_seen = false;                ///< the order in which threads print makes a difference
  bool writes_are_seen = true;                ///< of an instrumented program; without, no loop is proven to stutter
  AccessWatch* watch = nullptr;               ///< sees each access to memory before it is judged
  LockOrders* lock_orders = nullptr;  ///< gets the orders of locks; locks then order nothing, and no race counts
};

/// What the end of a schedule depends on besides the order of the threads.
struct Assumptions {
  bool unfair = false;    ///< a loop was held back without proof that it only waits: interleavings may be missing
  bool spurious = false;  ///< a spurious event was possible
  bool timed = false;     ///< a thread waited for a time
};

}  // namespace lockstep::explorer
