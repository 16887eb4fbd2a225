// finding: none
// Three threads want in, the semaphore lets two in at a time; the number inside never exceeds two.
#include <atomic>
#include <cassert>
#include <semaphore>
#include <thread>

int main() {
  std::counting_semaphore<2> places(2);
  std::atomic<int> inside{0};

  auto visit = [&] {
    places.acquire();
    const int guests = ++inside;
    assert(guests <= 2);
    --inside;
    places.release();
  };
  std::thread ann(visit);
  std::thread bob(visit);
  std::thread cem(visit);
  ann.join();
  bob.join();
  cem.join();
}
