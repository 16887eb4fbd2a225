#pragma once

#include <chrono>

namespace lockstep::explorer {

/// What this process has computed. A machine that is busy or suspended adds nothing to it.
[[nodiscard]] std::chrono::nanoseconds computed();

/// While it lives, a thread that computes for seconds without a visible operation is a finding: an endless loop without
/// synchronisation. So is one that waits in the kernel for something that the explorer does not see. Real time does not
/// count: a busy or suspended machine changes no verdict.
class Watchdog {
 public:
  Watchdog();
  ~Watchdog();
  Watchdog(const Watchdog&) = delete;
  Watchdog& operator=(const Watchdog&) = delete;
};

}  // namespace lockstep::explorer
