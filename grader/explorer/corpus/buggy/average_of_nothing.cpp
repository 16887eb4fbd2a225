// finding: crash
// A meter adds readings under a lock, and a display divides their sum by their number, under the same lock.
// A display that is faster than the first reading divides by zero.
#include <mutex>
#include <thread>

int main() {
  std::mutex mutex;
  int sum = 0;    // guarded by mutex
  int count = 0;  // guarded by mutex
  int average = 0;
  std::thread meter([&] {
    std::scoped_lock lock(mutex);
    sum += 20;
    ++count;
  });
  std::thread display([&] {
    std::scoped_lock lock(mutex);
    average = sum / count;
  });
  meter.join();
  display.join();
  return average == 20 ? 0 : 1;
}
