// finding: none
// The pointer is atomic: the acquire load of the fast path pairs with the release store made under
// the lock, so a thread that sees the pointer sees the finished object.
#include <atomic>
#include <cassert>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

int main() {
  std::mutex mutex;
  std::unique_ptr<std::vector<int>> owner;  // guarded by mutex
  std::atomic<const std::vector<int>*> shared{nullptr};

  auto table = [&] {
    const std::vector<int>* found = shared.load(std::memory_order_acquire);
    if (found == nullptr) {
      std::lock_guard lock(mutex);
      if (owner == nullptr) {
        owner = std::make_unique<std::vector<int>>(3, 7);
        shared.store(owner.get(), std::memory_order_release);
      }
      found = owner.get();
    }
    return found;
  };
  auto look_up = [&] {
    assert(table()->size() == 3);
    assert((*table())[2] == 7);
  };
  std::thread first(look_up);
  std::thread second(look_up);
  first.join();
  second.join();
}
