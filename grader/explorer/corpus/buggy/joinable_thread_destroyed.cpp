// finding: thread-leak
// main starts a worker and returns early, without a join, when the worker has finished its task already.
// Finished or not, the std::thread is still joinable: its destructor ends the program.
#include <atomic>
#include <thread>

int main() {
  std::atomic<bool> finished{false};
  std::thread worker([&] { finished = true; });
  if (finished) return 0;
  worker.join();
}
