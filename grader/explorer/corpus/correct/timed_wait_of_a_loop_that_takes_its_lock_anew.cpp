// finding: none
// A loop takes its lock anew in each round, looks at a flag and waits until a deadline. When the wait has timed out,
// the loop stands where it stood a round before, and has changed nothing: but now it is late, and its next look ends
// it.
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace {

using Clock = std::chrono::steady_clock;

std::mutex mutex;
std::condition_variable changed;
std::atomic<bool> stopped = false;

bool comes_round(Clock::time_point due) {
  std::unique_lock lock(mutex);
  if (stopped.load() || Clock::now() >= due) return false;
  changed.wait_until(lock, due);
  return true;
}

}  // namespace

int main() {
  using namespace std::chrono_literals;
  const std::jthread waits([] {
    std::unique_lock lock(mutex);
    changed.wait(lock, [] { return stopped.load(); });
  });
  const auto due = Clock::now() + 10ms;
  while (comes_round(due)) {
  }
  const std::lock_guard lock(mutex);
  stopped = true;
  changed.notify_all();
}
