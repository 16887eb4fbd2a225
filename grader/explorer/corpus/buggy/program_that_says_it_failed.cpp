// finding: assertion
// An update is lost, and the program's own check sees it: main returns 1.
#include <atomic>
#include <cstdio>
#include <thread>

int main() {
  std::atomic<int> sum{0};
  const auto add = [&] { sum.store(sum.load() + 1); };
  std::thread first(add);
  std::thread second(add);
  first.join();
  second.join();
  if (sum == 2) return 0;
  std::fprintf(stderr, "the sum is %d\n", sum.load());
  return 1;
}
