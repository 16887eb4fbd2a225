#include <cstdlib>
#include <mutex>

std::mutex mutex;

int main() {
  if (std::rand() % 2 == 0) {
    const std::scoped_lock lock(mutex);
  }
}
