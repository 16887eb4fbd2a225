// finding: none
// A function takes the lock and returns it to its caller: ownership moves with the unique_lock, so
// the caller still holds the mutex while it changes the value.
#include <cassert>
#include <mutex>
#include <thread>
#include <utility>

int main() {
  std::mutex mutex;
  int value = 1;  // guarded by mutex

  auto locked = [&] { return std::unique_lock(mutex); };
  auto double_it = [&] {
    std::unique_lock lock = locked();
    std::unique_lock moved = std::move(lock);
    assert(!lock.owns_lock());
    assert(moved.owns_lock());
    value *= 2;
  };
  std::thread first(double_it);
  std::thread second(double_it);
  first.join();
  second.join();

  assert(value == 4);
}
