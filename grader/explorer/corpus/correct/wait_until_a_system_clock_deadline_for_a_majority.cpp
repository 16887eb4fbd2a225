// finding: none
// The chair waits, until a time of day at the latest, for two of three votes; the result is counted
// under the lock, so it fits whether or not the time ran out.
#include <cassert>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

int main() {
  const auto closing_time = std::chrono::system_clock::now() + std::chrono::milliseconds(2);
  std::mutex mutex;
  std::condition_variable voted;
  int votes = 0;          // guarded by mutex
  int counted = 0;        // the chair's own until joined
  bool majority = false;  // likewise

  std::thread chair([&] {
    std::unique_lock lock(mutex);
    majority = voted.wait_until(lock, closing_time, [&] { return votes >= 2; });
    counted = votes;
  });
  auto vote = [&] {
    std::lock_guard lock(mutex);
    ++votes;
    voted.notify_one();
  };
  std::thread ann(vote);
  std::thread bob(vote);
  vote();
  chair.join();
  ann.join();
  bob.join();

  assert(majority == (counted >= 2));
  assert(votes == 3);
}
