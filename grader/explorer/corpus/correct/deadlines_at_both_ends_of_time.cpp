// finding: none
// Deadlines before the clock began are over at once; the largest ones never come, and are not taken for past ones.
// The flag is set in the end, so the wait with the largest deadline is always notified.
#include <pthread.h>
#include <time.h>

#include <cassert>
#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

int main() {
  using Clock = std::chrono::steady_clock;
  const auto begin = Clock::now();
  std::this_thread::sleep_until(Clock::time_point::min());
  std::mutex mutex;
  std::condition_variable changed;
  bool set = false;  // guarded by mutex
  std::thread waiting([&] {
    std::unique_lock lock(mutex);
    assert(!changed.wait_until(lock, Clock::time_point::min(), [] { return false; }));
    assert(changed.wait_until(lock, Clock::time_point::max(), [&] { return set; }));
  });
  std::thread setting([&] {
    const std::scoped_lock lock(mutex);
    set = true;
    changed.notify_one();
  });
  waiting.join();
  setting.join();

  pthread_mutex_t held = PTHREAD_MUTEX_INITIALIZER;
  pthread_mutex_lock(&held);
  std::thread late([&] {
    const timespec before_the_clock{.tv_sec = -5, .tv_nsec = 0};
    assert(pthread_mutex_timedlock(&held, &before_the_clock) == ETIMEDOUT);
  });
  late.join();
  std::thread patient([&] {
    const timespec after_all{.tv_sec = 18'446'744'074, .tv_nsec = 0};
    assert(pthread_mutex_timedlock(&held, &after_all) == 0);
    pthread_mutex_unlock(&held);
  });
  pthread_mutex_unlock(&held);
  patient.join();
  assert(Clock::now() < begin + std::chrono::hours(1));
}
