// finding: deadlock
// A barrier for two, and the second thread leaves early when there is nothing to do.
#include <pthread.h>

#include <atomic>
#include <thread>

int main() {
  pthread_barrier_t barrier;
  pthread_barrier_init(&barrier, nullptr, 2);
  std::atomic<int> work{1};
  const auto take = [&] {
    if (work.exchange(0) == 0) return;
    pthread_barrier_wait(&barrier);
  };
  std::thread first(take);
  std::thread second(take);
  first.join();
  second.join();
  pthread_barrier_destroy(&barrier);
}
