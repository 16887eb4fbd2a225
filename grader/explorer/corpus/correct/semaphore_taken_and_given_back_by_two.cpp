// finding: none
// Two threads take the one permit and give it back, twice each. Neither may sleep while the permit is there.
#include <cassert>
#include <semaphore>
#include <thread>

int main() {
  std::counting_semaphore<1> permit(1);
  int uses = 0;  // guarded by the permit
  const auto work = [&] {
    for (int i = 0; i < 2; ++i) {
      permit.acquire();
      ++uses;
      permit.release();
    }
  };
  std::thread first(work);
  std::thread second(work);
  first.join();
  second.join();
  assert(uses == 4);
}
