#include <mutex>
#include <thread>

std::mutex fork;
std::mutex knife;

int main() {
  std::thread other([] {
    const std::scoped_lock first(fork);
    const std::scoped_lock second(knife);
  });
  {
    const std::scoped_lock first(fork);
    const std::scoped_lock second(knife);
  }
  other.join();
}
