#include "explorer/interpose/waiter_pools.h"

#include <atomic>
#include <cstring>
#include <type_traits>

// The static local of std::__detail::__waiter_pool_base::_S_for (bits/atomic_wait.h); there is none in a program that
// waits for no atomic.
extern "C" [[gnu::weak]] char lockstep_waiter_pools[] asm("_ZZNSt8__detail18__waiter_pool_base6_S_forEPKvE3__w");

namespace lockstep::explorer {

void reset_waiter_pools() {
  if (lockstep_waiter_pools == nullptr) return;
  constexpr std::size_t kPools = 16;
  // All zero is how they begin: counts, and a condition variable that is not used where there are futexes.
  std::memset(lockstep_waiter_pools, 0, kPools * sizeof(std::__detail::__waiter_pool_base));
}

}  // namespace lockstep::explorer
