// finding: none
// Two threads swap two values, each naming the locks in its own order: std::lock takes both without
// deadlock, and the guards adopt what is already held.
#include <cassert>
#include <mutex>
#include <thread>
#include <utility>

int main() {
  std::mutex left_mutex;
  std::mutex right_mutex;
  int left = 1;   // guarded by left_mutex
  int right = 2;  // guarded by right_mutex

  auto swap_values = [&](std::mutex& one, std::mutex& other) {
    std::lock(one, other);
    std::lock_guard guard_one(one, std::adopt_lock);
    std::lock_guard guard_other(other, std::adopt_lock);
    std::swap(left, right);
  };
  std::thread forwards([&] { swap_values(left_mutex, right_mutex); });
  std::thread backwards([&] { swap_values(right_mutex, left_mutex); });
  forwards.join();
  backwards.join();

  assert(left == 1);
  assert(right == 2);
}
