// finding: none
// Each thread writes its own place, meets the other at the barrier and reads the other's, twice. One of the two is told
// to be the serial one. Nothing but the barrier orders the plain accesses.
#include <pthread.h>

#include <array>
#include <atomic>
#include <cassert>
#include <cstddef>
#include <thread>

int main() {
  pthread_barrier_t barrier;
  pthread_barrier_init(&barrier, nullptr, 2);
  std::array<int, 2> values{};
  std::atomic<int> serial{0};
  const auto meet = [&] {
    const int told = pthread_barrier_wait(&barrier);
    assert(told == 0 || told == PTHREAD_BARRIER_SERIAL_THREAD);
    if (told == PTHREAD_BARRIER_SERIAL_THREAD) serial.fetch_add(1, std::memory_order_relaxed);
  };
  const auto work = [&](std::size_t self) {
    values[self] = 1;
    meet();
    const int sum = values[0] + values[1];
    meet();
    values[self] = sum;
  };
  std::thread first(work, 0);
  std::thread second(work, 1);
  first.join();
  second.join();
  assert(values[0] == 2 && values[1] == 2 && serial == 2);
  pthread_barrier_destroy(&barrier);
}
