// finding: assertion
// A point lies on the diagonal: x and y are atomic and the mover always sets both to the same value.
// Between the two stores the point is off the diagonal, and the watcher can see it there.
#include <atomic>
#include <cassert>
#include <thread>

int main() {
  std::atomic<int> x{0};
  std::atomic<int> y{0};
  std::thread mover([&] {
    x = 5;
    y = 5;
  });
  std::thread watcher([&] {
    const int seen_y = y;
    const int seen_x = x;
    assert(seen_x == seen_y);
  });
  mover.join();
  watcher.join();
}
