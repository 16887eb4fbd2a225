#include "explorer/library/waiter_pools.h"

#include <atomic>
#include <cstdint>
#include <cstring>
#include <type_traits>

// The static local of std::__detail::__waiter_pool_base::_S_for (bits/atomic_wait.h); there is none in a program that
// waits for no atomic.
extern "C" [[gnu::weak]] char lockstep_waiter_pools[] asm("_ZZNSt8__detail18__waiter_pool_base6_S_forEPKvE3__w");

namespace lockstep::explorer {
namespace {

constexpr std::size_t kPools = 16;
constexpr std::size_t kSize = kPools * sizeof(std::__detail::__waiter_pool_base);

}  // namespace

void reset_waiter_pools() {
  // All zero is how they begin: counts, and a condition variable that is not used where there are futexes.
  if (lockstep_waiter_pools != nullptr) std::memset(lockstep_waiter_pools, 0, kSize);
}

bool in_waiter_pools(const volatile void* address) {
  const auto at = reinterpret_cast<std::uintptr_t>(address);
  return lockstep_waiter_pools != nullptr && at - reinterpret_cast<std::uintptr_t>(lockstep_waiter_pools) < kSize;
}

}  // namespace lockstep::explorer
