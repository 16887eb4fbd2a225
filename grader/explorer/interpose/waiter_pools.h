#pragma once

namespace lockstep::explorer {

/// libstdc++ counts in static variables who waits for atomics. A schedule that ended in the middle leaves its waiters
/// counted; a new one begins with none.
void reset_waiter_pools();

}  // namespace lockstep::explorer
