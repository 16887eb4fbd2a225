#pragma once

#include <sched.h>

namespace lockstep::measure {

/// Keeps the calling thread on one core as long as this lives, where the system lets it: two times that are compared
/// are then those of the same core, whatever else shares the others.
class OnOneCore {
 public:
  explicit OnOneCore(int core) {
    cpu_set_t one;
    CPU_ZERO(&one);
    if (core < 0 || core >= CPU_SETSIZE || sched_getaffinity(0, sizeof before_, &before_) != 0) return;
    CPU_SET(static_cast<unsigned>(core), &one);
    kept_ = sched_setaffinity(0, sizeof one, &one) == 0;
  }
  ~OnOneCore() {
    if (kept_) sched_setaffinity(0, sizeof before_, &before_);
  }
  OnOneCore(const OnOneCore&) = delete;
  OnOneCore& operator=(const OnOneCore&) = delete;

 private:
  cpu_set_t before_{};
  bool kept_ = false;
};

}  // namespace lockstep::measure
