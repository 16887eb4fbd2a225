// finding: none
// A thread that cannot have the lock at once does not wait but counts a refusal. try_lock may
// refuse a free mutex too, so the only sure thing is the sum.
#include <atomic>
#include <cassert>
#include <mutex>
#include <thread>

int main() {
  std::mutex mutex;
  int served = 0;  // guarded by mutex
  std::atomic<int> refused{0};

  auto visit = [&] {
    for (int i = 0; i < 2; ++i) {
      std::unique_lock lock(mutex, std::try_to_lock);
      if (lock.owns_lock()) {
        ++served;
      } else {
        refused.fetch_add(1);
      }
    }
  };
  std::thread first(visit);
  std::thread second(visit);
  first.join();
  second.join();

  assert(served + refused.load() == 4);
}
