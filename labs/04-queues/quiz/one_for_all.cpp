#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <thread>

std::mutex mutex;
std::condition_variable opened;
bool is_open = false;

void enter() {
  std::unique_lock lock(mutex);
  opened.wait(lock, [] { return is_open; });
}

int main() {
  std::thread one(enter);
  std::thread two(enter);
  {
    const std::scoped_lock lock(mutex);
    is_open = true;
  }
  opened.notify_one();
  one.join();
  two.join();
  std::printf("in\n");
}
