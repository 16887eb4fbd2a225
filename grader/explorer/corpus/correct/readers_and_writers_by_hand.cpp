// finding: none
// A readers-writer lock from a mutex and a condition variable: a count of readers, a flag for the
// writer, and everybody is woken when either becomes free.
#include <cassert>
#include <condition_variable>
#include <mutex>
#include <thread>

int main() {
  std::mutex mutex;
  std::condition_variable changed;
  int readers = 0;       // guarded by mutex
  bool writing = false;  // guarded by mutex
  int width = 1;         // read while readers > 0, written while writing
  int height = 1;        // likewise

  auto update = [&](auto condition, auto change) {
    std::unique_lock lock(mutex);
    changed.wait(lock, condition);
    change();
    changed.notify_all();
  };
  auto always = [] { return true; };
  auto read = [&] {
    update([&] { return !writing; }, [&] { ++readers; });
    assert(width == height);
    update(always, [&] { --readers; });
  };
  std::thread first(read);
  std::thread second(read);
  std::thread writer([&] {
    update([&] { return !writing && readers == 0; }, [&] { writing = true; });
    width = 2;
    height = 2;
    update(always, [&] { writing = false; });
  });
  first.join();
  second.join();
  writer.join();

  assert(width * height == 4);
}
