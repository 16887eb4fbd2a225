// finding: assertion
// A semaphore guards a room that has space for one, and it starts with two permits.
// Both threads get a permit, so both can be in the room at once.
#include <atomic>
#include <cassert>
#include <semaphore>
#include <thread>

int main() {
  std::counting_semaphore<2> permits(2);
  std::atomic<int> inside{0};
  const auto visit = [&] {
    permits.acquire();
    assert(++inside == 1);
    --inside;
    permits.release();
  };
  std::thread first(visit);
  std::thread second(visit);
  first.join();
  second.join();
}
