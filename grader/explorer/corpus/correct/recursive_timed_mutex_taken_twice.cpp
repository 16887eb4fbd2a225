// finding: none
// thread-sanitizer: false alarm
// The outer lock waits with a limit, the inner one is taken again by the same thread. A thread that
// does not get the outer lock in time leaves the two values alone, so they always stay equal.
#include <cassert>
#include <chrono>
#include <mutex>
#include <thread>

int main() {
  using namespace std::chrono_literals;
  std::recursive_timed_mutex mutex;
  int left = 0;   // guarded by mutex
  int right = 0;  // guarded by mutex

  auto raise_right = [&] {
    std::lock_guard inner(mutex);
    ++right;
  };
  auto raise_both = [&] {
    std::unique_lock outer(mutex, 20ms);
    if (outer.owns_lock()) {
      ++left;
      raise_right();
    }
  };
  std::thread first(raise_both);
  std::thread second(raise_both);
  first.join();
  second.join();

  assert(left == right);
}
