#pragma once

namespace lockstep::explorer {

/// libstdc++ counts in static variables who waits for atomics. A schedule that ended in the middle leaves its waiters
/// counted; a new one begins with none.
void reset_waiter_pools();

/// Whether an address is in those variables. They also count notifications, without end.
[[nodiscard]] bool in_waiter_pools(const volatile void* address);

}  // namespace lockstep::explorer
