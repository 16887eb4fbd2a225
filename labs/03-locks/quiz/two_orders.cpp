#include <cstdio>
#include <mutex>
#include <thread>

std::mutex left;
std::mutex right;

int main() {
  std::thread one([] {
    const std::scoped_lock first(left);
    const std::scoped_lock second(right);
  });
  std::thread two([] {
    const std::scoped_lock first(right);
    const std::scoped_lock second(left);
  });
  one.join();
  two.join();
  std::printf("done\n");
}
