// finding: nondeterminism
// A static local counts the calls of main, and on every second call the worker does one more step.
// The static keeps its value from one explored schedule to the next, so the same schedule goes another way.
#include <atomic>
#include <thread>

int main() {
  static int calls = 0;
  ++calls;
  std::atomic<int> steps{0};
  std::thread worker([&] {
    ++steps;
    if (calls % 2 == 0) ++steps;
  });
  worker.join();
}
