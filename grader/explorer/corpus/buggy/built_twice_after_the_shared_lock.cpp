// finding: assertion
// A cache is looked up under a shared lock; a thread that misses gives that lock back, takes it exclusively and builds.
// The second lock is taken without a second look: two threads that both missed build the entry twice.
#include <cassert>
#include <mutex>
#include <shared_mutex>
#include <thread>

int main() {
  std::shared_mutex mutex;
  bool cached = false;  // guarded by mutex
  int builds = 0;       // guarded by mutex
  const auto look_up = [&] {
    {
      std::shared_lock reading(mutex);
      if (cached) return;
    }
    std::unique_lock writing(mutex);
    cached = true;
    ++builds;
  };
  std::thread first(look_up);
  std::thread second(look_up);
  first.join();
  second.join();
  assert(builds == 1);
}
