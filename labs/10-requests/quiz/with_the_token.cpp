#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <stop_token>
#include <thread>

std::mutex mutex;
std::condition_variable_any changed;

int main() {
  std::stop_source source;
  std::thread waits([token = source.get_token()] {
    std::unique_lock lock(mutex);
    const bool done = changed.wait(lock, token, [] { return false; });
    std::printf(done ? "done" : "stopped");
  });
  source.request_stop();
  waits.join();
}
