// finding: exception
// Two searchers look for an answer; the one who finds it first sets the promise.
// They check `found` and set it in two steps: both can set the promise, and the second gets a future_error.
#include <atomic>
#include <future>
#include <thread>

int main() {
  std::promise<int> promise;
  std::future<int> answer = promise.get_future();
  std::atomic<bool> found{false};
  const auto search = [&](int result) {
    if (found) return;
    found = true;
    promise.set_value(result);
  };
  std::thread low([&] { search(1); });
  std::thread high([&] { search(9); });
  low.join();
  high.join();
  return answer.get() > 0 ? 0 : 1;
}
