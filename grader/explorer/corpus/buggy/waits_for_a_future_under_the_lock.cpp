// finding: deadlock
// The asker takes the lock and waits for an answer; the answerer needs the same lock before it can answer.
// If the asker is first, both wait for ever.
#include <future>
#include <mutex>
#include <thread>

int main() {
  std::mutex mutex;
  int stock = 3;  // guarded by mutex
  std::promise<int> promise;
  std::future<int> answer = promise.get_future();
  std::thread asker([&] {
    std::scoped_lock lock(mutex);
    stock -= answer.get();
  });
  std::thread answerer([&] {
    std::scoped_lock lock(mutex);
    promise.set_value(stock > 0 ? 1 : 0);
  });
  asker.join();
  answerer.join();
}
