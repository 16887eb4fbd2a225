// finding: none
// The waiter remembers the epoch before it looks at the condition and sleeps only while the epoch
// is still the same: news that come between the look and the sleep keep it awake.
#include <atomic>
#include <cassert>
#include <thread>

int main() {
  std::atomic<int> epoch{0};
  std::atomic<int> jobs{0};

  auto await_jobs = [&](int wanted) {
    int seen = epoch.load();
    while (jobs.load() < wanted) {
      epoch.wait(seen);
      seen = epoch.load();
    }
  };
  auto bring_job = [&] {
    jobs.fetch_add(1);
    epoch.fetch_add(1);
    epoch.notify_all();
  };
  std::thread modest([&] { await_jobs(1); });
  std::thread demanding([&] { await_jobs(2); });
  std::thread bringer(bring_job);
  bring_job();
  modest.join();
  demanding.join();
  bringer.join();

  assert(jobs == 2);
}
