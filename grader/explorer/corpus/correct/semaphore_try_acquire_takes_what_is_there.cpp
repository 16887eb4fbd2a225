// finding: none
// Three apples are put out; two takers help themselves without waiting. try_acquire may fail
// without a reason, so apples may be left; with those taken they are three again.
#include <atomic>
#include <cassert>
#include <semaphore>
#include <thread>

int main() {
  std::counting_semaphore<4> apples(1);
  std::atomic<int> taken{0};

  auto help_oneself = [&] {
    for (int i = 0; i < 2; ++i) {
      taken += apples.try_acquire() ? 1 : 0;
    }
  };
  std::thread ann(help_oneself);
  std::thread bob(help_oneself);
  apples.release(2);
  ann.join();
  bob.join();

  assert(taken <= 3);
  apples.release(taken);
  for (int i = 0; i < 3; ++i) {
    apples.acquire();
  }
}
