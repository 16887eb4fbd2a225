#include "causes.h"

#include <stdexcept>

// Part 1: cause it yourself. Read README.md first.

void can_deadlock(WatchedMutex& /*first*/, WatchedMutex& /*second*/) {
  throw std::logic_error("can_deadlock is not written yet: see part 1 of README.md");
}

void can_livelock(WatchedMutex& /*first*/, WatchedMutex& /*second*/) {
  throw std::logic_error("can_livelock is not written yet: see part 1 of README.md");
}
