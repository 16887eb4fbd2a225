// finding: assertion
// The waiter looks seven times whether the flag is set, and then goes on as if it were.
// Seven looks may well be over before the other thread has run at all.
#include <atomic>
#include <cassert>
#include <thread>

int main() {
  std::atomic<int> other{0};
  std::atomic<int> flag{0};
  std::thread waiter([&] {
    bool saw_it = false;
    for (int look = 0; look < 7 && !saw_it; ++look) saw_it = flag.load() != 0;
    assert(saw_it);
  });
  std::thread setter([&] {
    other.store(1);
    flag.store(1);
  });
  waiter.join();
  setter.join();
}
