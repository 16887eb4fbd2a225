// finding: deadlock
// main waits until all workers have started.
// The latch expects three of them and only two are there, so main waits for ever.
#include <latch>
#include <thread>

int main() {
  std::latch started(3);
  std::thread left([&] { started.count_down(); });
  std::thread right([&] { started.count_down(); });
  started.wait();
  left.join();
  right.join();
}
