#include <condition_variable>
#include <cstdio>
#include <deque>
#include <mutex>
#include <thread>

constexpr int kPill = -1;

std::mutex mutex;
std::condition_variable changed;
std::deque<int> tasks{7, kPill};  // guarded by mutex

void work() {
  for (;;) {
    std::unique_lock lock(mutex);
    changed.wait(lock, [] { return !tasks.empty(); });
    const int task = tasks.front();
    tasks.pop_front();
    if (task == kPill) return;
    std::printf("%d", task);
  }
}

int main() {
  std::thread one(work);
  std::thread two(work);
  one.join();
  two.join();
}
