#include <mutex>
#include <thread>

std::mutex cup;
std::mutex plate;

int main() {
  std::thread other([] {
    const std::scoped_lock first(plate);
    const std::scoped_lock second(cup);
  });
  {
    const std::scoped_lock first(cup);
    const std::scoped_lock second(plate);
  }
  other.join();
}
