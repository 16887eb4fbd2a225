#include "causes.h"

#include <thread>

namespace {

void wait_for_both(WatchedMutex& one, WatchedMutex& other) {
  one.lock();
  other.lock();
  other.unlock();
  one.unlock();
}

void try_for_both(WatchedMutex& one, WatchedMutex& other) {
  bool done = false;
  while (!done) {
    if (!one.try_lock()) continue;
    if (other.try_lock()) {
      done = true;
      other.unlock();
    }
    one.unlock();
  }
}

}  // namespace

void can_deadlock(WatchedMutex& first, WatchedMutex& second) {
  std::thread a([&] { wait_for_both(first, second); });
  std::thread b([&] { wait_for_both(second, first); });
  a.join();
  b.join();
}

void can_livelock(WatchedMutex& first, WatchedMutex& second) {
  std::thread a([&] { try_for_both(first, second); });
  std::thread b([&] { try_for_both(second, first); });
  a.join();
  b.join();
}
