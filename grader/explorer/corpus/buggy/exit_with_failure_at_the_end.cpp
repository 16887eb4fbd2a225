// finding: assertion
// The same by exit: both threads were joined, and the status says that the highest mark was lost.
#include <atomic>
#include <cstdlib>
#include <thread>

int main() {
  std::atomic<int> highest{0};
  const auto report = [&](int mark) {
    if (mark > highest) highest = mark;
  };
  std::thread first(report, 1);
  std::thread second(report, 2);
  first.join();
  second.join();
  std::exit(highest == 2 ? EXIT_SUCCESS : EXIT_FAILURE);
}
