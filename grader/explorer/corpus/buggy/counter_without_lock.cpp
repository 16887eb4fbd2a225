// finding: data-race
// Two threads add to a plain int without a lock.
// Both `++tally` are unordered, and both write.
#include <thread>

int main() {
  int tally = 0;
  std::thread left([&] { ++tally; });
  std::thread right([&] { ++tally; });
  left.join();
  right.join();
}
