#pragma once

namespace lockstep::predict {

/// While it lives, a thread that uses a second of CPU time without a visible operation is a finding, and one that
/// spends twenty seconds without one. A thread that spins on an atomic in code that was not compiled for the explorer
/// never gives up the one core that there is, and so waits for ever.
class SpinGuard {
 public:
  SpinGuard();
  ~SpinGuard();
  SpinGuard(const SpinGuard&) = delete;
  SpinGuard& operator=(const SpinGuard&) = delete;
};

}  // namespace lockstep::predict
