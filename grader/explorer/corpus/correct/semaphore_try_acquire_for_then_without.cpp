// finding: none
// The eater waits a little for a dish and goes hungry if none comes. A dish that was not eaten is
// still there at the end: what was cooked is eaten or left over.
#include <cassert>
#include <chrono>
#include <semaphore>
#include <thread>

int main() {
  using namespace std::chrono_literals;
  std::counting_semaphore<4> dishes(0);
  int eaten = 0;  // the eater's own

  std::thread cook([&] {
    dishes.release();
    dishes.release();
  });
  std::thread eater([&] {
    for (int i = 0; i < 2; ++i) {
      if (dishes.try_acquire_for(1ms)) {
        ++eaten;
      }
    }
  });
  cook.join();
  eater.join();

  for (int left_over = 2 - eaten; left_over > 0; --left_over) {
    dishes.acquire();
  }
}
