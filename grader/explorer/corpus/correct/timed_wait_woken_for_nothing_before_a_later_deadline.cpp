// finding: none
// A thread that waits until a deadline is woken for nothing and waits again: its deadline comes before the end of
// another thread's sleep, and nothing but the end of its wait lets the time pass.
#include <cassert>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

int main() {
  using namespace std::chrono_literals;
  using Clock = std::chrono::steady_clock;
  std::mutex mutex;
  std::condition_variable never;
  const std::jthread sleeper([] { std::this_thread::sleep_for(25ms); });
  for (int i = 0; i < 2; ++i) {
    const auto due = Clock::now() + 10ms;
    std::unique_lock lock(mutex);
    while (Clock::now() < due) never.wait_until(lock, due);
    assert(Clock::now() - due < 1ms);
  }
}
