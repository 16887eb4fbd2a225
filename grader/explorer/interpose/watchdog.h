#pragma once

namespace lockstep::explorer {

/// While it lives, a schedule that goes on for seconds of real time without a visible operation is a finding: an
/// endless loop without synchronisation, or a wait that the explorer does not see.
class Watchdog {
 public:
  Watchdog();
  ~Watchdog();
  Watchdog(const Watchdog&) = delete;
  Watchdog& operator=(const Watchdog&) = delete;
};

}  // namespace lockstep::explorer
