#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <stop_token>
#include <thread>

std::mutex mutex;
std::condition_variable changed;

int main() {
  std::stop_source source;
  std::thread waits([token = source.get_token()] {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&token] { return token.stop_requested(); });
    std::printf("stopped");
  });
  source.request_stop();
  waits.join();
}
