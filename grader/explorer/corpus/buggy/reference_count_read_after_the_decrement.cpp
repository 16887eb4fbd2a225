// finding: assertion
// Two owners let go of a resource: each counts the references down and closes it when none is left.
// They look at the count in a step of its own: both can see zero, and both close.
#include <atomic>
#include <cassert>
#include <thread>

int main() {
  std::atomic<int> references{2};
  std::atomic<int> closed{0};
  const auto release = [&] {
    --references;
    if (references == 0) ++closed;  // `if (--references == 0)` would be right
  };
  std::thread first(release);
  std::thread second(release);
  first.join();
  second.join();
  assert(closed == 1);
}
