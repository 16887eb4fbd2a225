// Right: the two orders of locking are apart by a join, and cannot deadlock. RACE uses the value without a lock.
#include <mutex>
#include <thread>

std::mutex a;
std::mutex b;
int value = 0;

int main() {
  std::thread first([] {
    const std::scoped_lock lock_a(a);
    const std::lock_guard lock_b(b);
    ++value;
  });
  first.join();
  std::thread second([] {
    const std::lock_guard lock_b(b);
    const std::lock_guard lock_a(a);
    ++value;
  });
#ifdef RACE
  ++value;
#endif
  second.join();
  return value > 1 ? 0 : 1;
}
