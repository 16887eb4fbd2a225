#include <cstdio>
#include <mutex>
#include <thread>

std::mutex left;
std::mutex right;

void cross(std::mutex& mine, std::mutex& other) {
  for (;;) {
    const std::scoped_lock lock(mine);
    const std::unique_lock both(other, std::try_to_lock);
    if (both) return;
  }
}

int main() {
  std::thread one([] { cross(left, right); });
  std::thread two([] { cross(right, left); });
  one.join();
  two.join();
  std::printf("both are across\n");
}
