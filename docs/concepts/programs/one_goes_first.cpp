#include <mutex>
#include <thread>

std::mutex left;
std::mutex right;

void pass(std::mutex& first, std::mutex& second) {
  for (;;) {
    const std::scoped_lock mine(first);
    const std::unique_lock other(second, std::try_to_lock);
    if (other.owns_lock()) return;
  }
}

int main() {
  std::thread other([] { pass(left, right); });
  pass(left, right);
  other.join();
}
