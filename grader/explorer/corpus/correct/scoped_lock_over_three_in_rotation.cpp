// finding: none
// Three threads take the same three locks, each in a different order of arguments; scoped_lock
// avoids the deadlock, and the three values change together.
#include <cassert>
#include <mutex>
#include <thread>

int main() {
  std::mutex red;
  std::mutex green;
  std::mutex blue;
  int mixtures = 0;  // guarded by any one of the three, all are held

  std::thread first([&] {
    std::scoped_lock all(red, green, blue);
    ++mixtures;
  });
  std::thread second([&] {
    std::scoped_lock all(green, blue, red);
    ++mixtures;
  });
  std::thread third([&] {
    std::scoped_lock all(blue, red, green);
    ++mixtures;
  });
  first.join();
  second.join();
  third.join();

  assert(mixtures == 3);
}
