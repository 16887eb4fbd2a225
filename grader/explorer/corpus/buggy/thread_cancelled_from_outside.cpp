// finding: unsupported
// main cancels a worker with pthread_cancel instead of asking it to stop.
// The worker ends at whatever cancellation point it comes to next, which the explorer does not model.
#include <pthread.h>

#include <atomic>
#include <thread>

int main() {
  std::atomic<int> rounds{0};
  std::thread worker([&] {
    for (int i = 0; i < 3; ++i) {
      ++rounds;
      pthread_testcancel();
    }
  });
  pthread_cancel(worker.native_handle());
  worker.join();
}
