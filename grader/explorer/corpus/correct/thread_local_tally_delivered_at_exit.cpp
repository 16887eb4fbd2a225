// finding: none
// Each thread counts in a thread-local object without a lock; the destructor adds the count to the
// common total, under the lock, when the thread ends.
#include <cassert>
#include <mutex>
#include <thread>

struct Total {
  std::mutex mutex;
  int sum = 0;  // guarded by mutex
};

struct Tally {
  Total* total;
  int count = 0;
  ~Tally() {
    std::lock_guard lock(total->mutex);
    total->sum += count;
  }
};

int main() {
  Total total;
  auto count_to = [&](int n) {
    thread_local Tally tally{&total};
    for (int i = 0; i < n; ++i) {
      ++tally.count;
    }
  };
  std::thread first(count_to, 3);
  std::thread second(count_to, 4);
  first.join();
  second.join();

  assert(total.sum == 7);
}
