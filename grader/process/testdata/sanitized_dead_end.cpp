#include <mutex>
#include <thread>

int main() {
  std::mutex mutex;
  mutex.lock();
  std::thread waits([&mutex] { mutex.lock(); });
  waits.join();
}
