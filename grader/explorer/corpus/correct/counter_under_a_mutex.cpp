// finding: none
// Two threads add to a plain counter; every access holds the same mutex.
#include <cassert>
#include <mutex>
#include <thread>

int main() {
  std::mutex mutex;
  int counter = 0;  // guarded by mutex

  auto add_twice = [&] {
    for (int i = 0; i < 2; ++i) {
      std::lock_guard lock(mutex);
      ++counter;
    }
  };
  std::thread first(add_twice);
  std::thread second(add_twice);
  first.join();
  second.join();

  assert(counter == 4);
}
