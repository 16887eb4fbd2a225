// finding: none
// thread-sanitizer: false alarm
// Half a fence pair: the writer uses a release store, the reader a relaxed load and, only when it
// saw the flag, an acquire fence. That synchronizes just as well.
#include <atomic>
#include <cassert>
#include <thread>

int main() {
  int letters = 0;  // written before the store, read only after the flag was seen
  std::atomic<bool> delivered{false};

  std::thread postman([&] {
    letters = 2;
    delivered.store(true, std::memory_order_release);  // pairs with the fence
  });
  std::thread owner([&] {
    int looks = 0;
    while (!delivered.load(std::memory_order_relaxed)) {
      ++looks;
      std::this_thread::yield();
    }
    std::atomic_thread_fence(std::memory_order_acquire);  // pairs with the store
    letters += looks;
  });
  postman.join();
  owner.join();

  assert(letters >= 2);
}
