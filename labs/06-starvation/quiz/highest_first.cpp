#include <cstdio>
#include <functional>
#include <mutex>
#include <queue>
#include <thread>

std::mutex mutex;
std::priority_queue<int> jobs;

int main() {
  jobs.push(1);
  std::thread urgent([] {
    const std::scoped_lock lock(mutex);
    jobs.push(5);
  });
  std::thread worker([] {
    for (int i = 0; i < 2; ++i) {
      const std::scoped_lock lock(mutex);
      if (jobs.empty()) continue;
      std::printf("%d", jobs.top());
      jobs.pop();
    }
  });
  urgent.join();
  worker.join();
}
