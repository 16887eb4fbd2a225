// finding: none
// Condition variables and semaphores end, and others begin in the same memory: on the stack, round after round, and in
// place. The waiter may end a condition variable that was notified under the lock, and a semaphore that it got.
#include <pthread.h>
#include <semaphore.h>

#include <cassert>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace {

void wait_for_another() {
  std::mutex mutex;
  auto changed = std::make_unique<std::condition_variable>();
  bool set = false;  // guarded by mutex
  std::thread other([&mutex, &set, raw = changed.get()] {
    const std::scoped_lock lock(mutex);
    set = true;
    raw->notify_one();
  });
  {
    std::unique_lock lock(mutex);
    changed->wait(lock, [&] { return set; });
  }
  changed.reset();
  other.join();
}

void meet_at_a_semaphore() {
  sem_t done;
  sem_init(&done, 0, 0);
  std::thread other([&] { sem_post(&done); });
  assert(sem_wait(&done) == 0);
  sem_destroy(&done);
  sem_init(&done, 0, 1);
  assert(sem_wait(&done) == 0);
  sem_destroy(&done);
  other.join();
}

void ring_twice() {
  pthread_cond_t bell = PTHREAD_COND_INITIALIZER;
  pthread_cond_signal(&bell);
  pthread_cond_destroy(&bell);
  pthread_cond_init(&bell, nullptr);
  pthread_cond_signal(&bell);
  pthread_cond_destroy(&bell);
}

}  // namespace

int main() {
  for (int round = 0; round < 2; ++round) wait_for_another();
  for (int round = 0; round < 2; ++round) meet_at_a_semaphore();
  for (int round = 0; round < 2; ++round) ring_twice();
}
