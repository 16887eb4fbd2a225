// finding: use-after-free
// main frees the buffer when it no longer needs it, and joins the worker only afterwards.
// The worker holds a plain reference: when it gets the lock after main, it writes to freed memory.
#include <array>
#include <memory>
#include <mutex>
#include <thread>

int main() {
  std::mutex mutex;
  auto buffer = std::make_unique<std::array<int, 8>>();
  std::thread worker([&mutex, &cells = *buffer] {
    std::scoped_lock lock(mutex);
    cells[0] = 1;
  });
  {
    std::scoped_lock lock(mutex);
    buffer.reset();
  }
  worker.join();
}
