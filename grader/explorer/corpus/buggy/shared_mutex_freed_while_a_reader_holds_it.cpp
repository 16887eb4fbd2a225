// finding: use-after-free or lock-misuse
// Each of two readers counts itself as gone while it still holds the shared lock, and main frees the lock when both
// are.
#include <atomic>
#include <shared_mutex>
#include <thread>

int main() {
  auto* mutex = new std::shared_mutex;
  std::atomic<int> gone{0};
  const auto read = [&gone, mutex] {
    const std::shared_lock lock(*mutex);
    ++gone;
  };
  std::thread first(read);
  std::thread second(read);
  const bool are_gone = gone == 2;
  if (are_gone) delete mutex;
  first.join();
  second.join();
  if (!are_gone) delete mutex;
}
