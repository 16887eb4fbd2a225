#pragma once

namespace lockstep::predict {

/// As long as it lives, `std::thread::hardware_concurrency()` gives so many cores: a program that asks should use as
/// many threads as on the machine that is predicted, whatever this one is. One at a time.
class VirtualCores {
 public:
  explicit VirtualCores(unsigned cores);
  ~VirtualCores();
  VirtualCores(const VirtualCores&) = delete;
  VirtualCores& operator=(const VirtualCores&) = delete;
};

}  // namespace lockstep::predict
