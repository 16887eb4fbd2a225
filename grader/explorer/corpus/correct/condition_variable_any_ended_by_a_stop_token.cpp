// finding: none
// The worker sleeps until there is work or its jthread is asked to stop: the stop request wakes the
// wait, so the jthread's destructor cannot hang. Work that was there before the stop is done.
#include <cassert>
#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>

int main() {
  std::mutex mutex;
  std::condition_variable_any arrived;
  int waiting_jobs = 0;  // guarded by mutex
  int done_jobs = 0;     // guarded by mutex
  {
    std::jthread worker([&](std::stop_token stop) {
      std::unique_lock lock(mutex);
      while (arrived.wait(lock, stop, [&] { return waiting_jobs > 0; })) {
        --waiting_jobs;
        ++done_jobs;
      }
    });
    std::lock_guard lock(mutex);
    waiting_jobs = 2;
    arrived.notify_one();
  }
  assert(done_jobs == 2);
}
