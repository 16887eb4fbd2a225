// finding: exception
// The worker owns the promise and gives up without an answer when it sees that it is cancelled.
// Its promise is then destroyed unset, and main's get() throws a future_error (broken promise) nobody catches.
#include <atomic>
#include <future>
#include <thread>

int main() {
  std::atomic<bool> cancelled{false};
  std::promise<int> promise;
  std::future<int> answer = promise.get_future();
  std::jthread canceller([&] { cancelled = true; });
  std::jthread worker([&cancelled, promise = std::move(promise)]() mutable {
    if (cancelled) return;
    promise.set_value(5);
  });
  return answer.get() == 5 ? 0 : 1;
}
