#include <mutex>
#include <thread>

std::mutex printer;

int main() {
  std::thread other([] { const std::scoped_lock lock(printer); });
  {
    const std::scoped_lock lock(printer);
    for (int page = 0; page < 3; ++page) {
    }
  }
  other.join();
}
