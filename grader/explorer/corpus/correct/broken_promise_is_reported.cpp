// finding: none
// thread-sanitizer: false alarm
// The worker drops its promise unkept; the waiting side gets a future_error instead of an endless
// wait. (The alarm, now and then, is about the library's own count of the exception's owners.)
#include <cassert>
#include <future>
#include <optional>
#include <thread>
#include <utility>

int main() {
  std::promise<int> promise;
  std::future<int> reply = promise.get_future();

  std::thread worker(
      [promise = std::move(promise)]() mutable { const std::promise<int> dropped = std::move(promise); });
  std::optional<std::future_errc> reason;
  try {
    reply.get();
  } catch (const std::future_error& error) {
    reason = static_cast<std::future_errc>(error.code().value());
  }
  worker.join();

  assert(reason == std::future_errc::broken_promise);
}
