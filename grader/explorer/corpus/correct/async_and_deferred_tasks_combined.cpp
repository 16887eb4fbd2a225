// finding: none
// One task runs in a thread of its own, the other in the calling thread when its value is asked
// for; the deferred one may thus read the first one's result without a lock.
#include <cassert>
#include <future>

int main() {
  int sum = 0;
  std::future<void> summing = std::async(std::launch::async, [&] { sum = 1 + 2 + 3; });
  std::future<int> doubling = std::async(std::launch::deferred, [&] { return 2 * sum; });

  summing.get();
  assert(doubling.get() == 12);
}
