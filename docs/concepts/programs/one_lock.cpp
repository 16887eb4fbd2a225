#include <mutex>
#include <thread>

std::mutex mutex;
int visitors = 0;  // guarded by mutex

int main() {
  std::thread other([] {
    const std::scoped_lock lock(mutex);
    ++visitors;
  });
  {
    const std::scoped_lock lock(mutex);
    ++visitors;
  }
  other.join();
}
