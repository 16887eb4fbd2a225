#include <mutex>
#include <random>

std::mutex mutex;

int main() {
  std::random_device dice;
  for (auto rounds = dice() % 1000; rounds > 0; --rounds) {
    const std::scoped_lock lock(mutex);
  }
}
