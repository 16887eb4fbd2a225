// finding: none
// An impatient reader asks for the shared lock without waiting and keeps its old copy when refused;
// try_lock_shared may also refuse without a reason, and that does no harm.
#include <cassert>
#include <mutex>
#include <shared_mutex>
#include <thread>

int main() {
  std::shared_mutex mutex;
  int temperature = 20;  // guarded by mutex
  int displayed = 20;    // the display's own until joined

  std::thread display([&] {
    for (int i = 0; i < 2; ++i) {
      if (mutex.try_lock_shared()) {
        displayed = temperature;
        mutex.unlock_shared();
      }
    }
  });
  std::thread sensor([&] {
    std::lock_guard lock(mutex);
    temperature = 21;
  });
  display.join();
  sensor.join();

  assert(displayed == 20 || displayed == 21);
  assert(temperature == 21);
}
