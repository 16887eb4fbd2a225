// finding: none
// Two semaphores count the free and the filled places of a ring, a mutex guards the ring itself.
// Always the semaphore first, then the mutex: nobody waits while holding it.
#include <array>
#include <cassert>
#include <cstddef>
#include <mutex>
#include <semaphore>
#include <thread>

int main() {
  std::array<int, 2> ring{};
  std::size_t put_count = 0;   // guarded by mutex, like the ring
  std::size_t take_count = 0;  // likewise
  std::mutex mutex;
  std::counting_semaphore<2> free_places(2);
  std::counting_semaphore<2> filled_places(0);

  auto put = [&](int item) {
    free_places.acquire();
    {
      std::lock_guard lock(mutex);
      ring[put_count++ % ring.size()] = item;
    }
    filled_places.release();
  };
  auto take = [&] {
    filled_places.acquire();
    std::unique_lock lock(mutex);
    const int item = ring[take_count++ % ring.size()];
    lock.unlock();
    free_places.release();
    return item;
  };
  std::thread even([&] {
    put(2);
    put(4);
  });
  std::thread odd([&] { put(1); });
  const int sum = take() + take() + take();
  even.join();
  odd.join();

  assert(sum == 7);
}
