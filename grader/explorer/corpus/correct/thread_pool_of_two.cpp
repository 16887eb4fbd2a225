// finding: none
// A pool with two workers: tasks wait in a locked queue; the jthreads' destructors let the workers
// finish what is there.
#include <atomic>
#include <cassert>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <queue>
#include <thread>
#include <utility>

class Pool {
 public:
  void submit(std::function<void()> task) {
    std::lock_guard lock(mutex_);
    tasks_.push(std::move(task));
    changed_.notify_one();
  }

 private:
  void work(std::stop_token stop) {
    std::unique_lock lock(mutex_);
    while (changed_.wait(lock, stop, [&] { return !tasks_.empty(); })) {
      const std::function<void()> task = std::move(tasks_.front());
      tasks_.pop();
      lock.unlock();
      task();
      lock.lock();
    }
  }
  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::queue<std::function<void()>> tasks_;  // guarded by mutex_
  std::jthread first_{[this](std::stop_token stop) { work(stop); }};
  std::jthread second_{[this](std::stop_token stop) { work(stop); }};
};
int main() {
  std::atomic<int> done{0};
  {
    Pool pool;
    for (int part : {1, 2}) pool.submit([&done, part] { done += part; });
  }
  assert(done == 3);
}
