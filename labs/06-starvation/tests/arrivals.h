#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <mutex>
#include <string>
#include <thread>

#include "lockstep/explore.h"

// How the tests see in which order threads come, and in which they get in.

/// Depth first alone: these bodies come to the end of all interleavings with fewer schedules.
inline const lockstep::ExploreOptions kAll{.strategy = lockstep::Strategy::kExhaustive};

/// Waits until `condition` holds. If it never does, the time limit ends the case; in the explorer an expectation fails.
/// Sleeps between looks: a thread that spins here takes a core from those that it waits for.
template <class Condition>
void wait_until(Condition condition) {
#ifdef LOCKSTEP_TIME_IS_VIRTUAL
  // Time passes when no other thread can go on. So a look after a while sees what threads have come to, and the first
  // look, which comes at any moment, may find them anywhere before.
  for (int looks = 0; !condition(); ++looks) {
    ASSERT_LT(looks, 3) << "a thread that came is not counted as one that waits";
    std::this_thread::sleep_for(std::chrono::seconds(1));
  }
#else
  while (!condition()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
#endif
}

/// The threads that got in, a letter each, in this order. Several threads may note themselves at once.
class Order {
 public:
  void note(char thread) {
    const std::scoped_lock lock(mutex_);
    letters_ += thread;
  }
  [[nodiscard]] std::string text() const {
    const std::scoped_lock lock(mutex_);
    return letters_;
  }

 private:
  mutable std::mutex mutex_;
  std::string letters_;  // guarded by mutex_
};
