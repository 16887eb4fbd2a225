#include <cstdio>
#include <future>
#include <thread>
#include <utility>

int main() {
  std::promise<int> promise;
  auto future = promise.get_future();
  std::thread worker([promise = std::move(promise)]() mutable {
    const std::promise<int> mine = std::move(promise);
    // It ends without an answer.
  });
  try {
    std::printf("%d", future.get());
  } catch (const std::future_error&) {
    std::printf("lost");
  }
  worker.join();
}
