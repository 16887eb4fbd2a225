#pragma once

namespace lockstep::explorer {

/// Whether a call on a descriptor would wait in the kernel.
/// \param events  POLLIN for what reads, POLLOUT for what writes
[[nodiscard]] bool waits_for(int fd, short events);

}  // namespace lockstep::explorer
