#include "causes.h"

#include <mutex>
#include <thread>

void can_deadlock(WatchedMutex& first, WatchedMutex& second) {
  const std::jthread other([&] {
    const std::scoped_lock outer(second);
    const std::scoped_lock inner(first);
  });
  const std::scoped_lock outer(first);
  const std::scoped_lock inner(second);
}

namespace {

void lock_both(WatchedMutex& one, WatchedMutex& other) {
  for (;;) {
    const std::scoped_lock outer(one);
    const std::unique_lock inner(other, std::try_to_lock);
    if (inner) return;
  }
}

}  // namespace

void can_livelock(WatchedMutex& first, WatchedMutex& second) {
  const std::jthread other([&] { lock_both(second, first); });
  lock_both(first, second);
}
