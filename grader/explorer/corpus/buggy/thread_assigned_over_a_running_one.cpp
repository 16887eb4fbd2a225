// finding: thread-leak
// main keeps one std::thread and starts the next task in it without joining the one before.
// The assignment would lose a thread that is still joinable: the program is ended.
#include <atomic>
#include <thread>

int main() {
  std::atomic<int> tasks_done{0};
  const auto task = [&] { ++tasks_done; };
  std::thread worker(task);
  worker = std::thread(task);
  worker.join();
}
