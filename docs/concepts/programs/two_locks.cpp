#include <mutex>
#include <thread>

std::mutex front_door;
std::mutex back_door;
int visitors = 0;

int main() {
  std::thread other([] {
    const std::scoped_lock lock(back_door);
    ++visitors;
  });
  {
    const std::scoped_lock lock(front_door);
    ++visitors;
  }
  other.join();
}
