// finding: none
// thread-sanitizer: false alarm
// The first attempt throws, so the flag stays unset and the next caller tries again, with success.
// Exactly one caller sees the exception, and only one more attempt is made.
#include <atomic>
#include <cassert>
#include <mutex>
#include <stdexcept>
#include <thread>

int main() {
  std::once_flag connected;
  int attempts = 0;  // touched only inside call_once, whose calls follow one another
  std::atomic<int> failures{0};

  auto connect = [&] {
    try {
      std::call_once(connected, [&] {
        ++attempts;
        if (attempts == 1) {
          throw std::runtime_error("line busy");
        }
      });
    } catch (const std::runtime_error&) {
      ++failures;
    }
  };
  std::thread first(connect);
  std::thread second(connect);
  first.join();
  second.join();

  assert(failures == 1);
  assert(attempts == 2);
}
