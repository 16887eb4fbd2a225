#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <thread>

std::mutex mutex;
std::condition_variable ready;

int main() {
  std::thread notifies([] { ready.notify_one(); });
  {
    std::unique_lock lock(mutex);
    ready.wait(lock);
  }
  notifies.join();
  std::printf("done\n");
}
