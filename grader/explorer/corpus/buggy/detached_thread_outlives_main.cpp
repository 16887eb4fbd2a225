// finding: thread-leak
// main detaches a logger and returns when it has handed over its last line.
// Nobody waits for the logger: it can still be at work, or not even have begun, when main returns.
#include <atomic>
#include <memory>
#include <thread>

int main() {
  auto lines = std::make_shared<std::atomic<int>>(0);
  std::thread logger([lines] {
    while (*lines == 0) std::this_thread::yield();
    *lines = 0;
  });
  logger.detach();
  *lines = 1;
}
