#include "pause.h"

#include <condition_variable>
#include <mutex>

bool pause_until(TimePoint time, const std::stop_token& stop) {
  std::mutex mutex;
  std::condition_variable_any stopped;  // notified by the stop alone
  std::unique_lock lock(mutex);
  if (time == TimePoint::max()) {
    stopped.wait(lock, stop, [] { return false; });
  } else {
    stopped.wait_until(lock, stop, time, [] { return false; });
  }
  return !stop.stop_requested();
}
