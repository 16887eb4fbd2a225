#include <cstdio>
#include <mutex>
#include <thread>

std::mutex left;
std::mutex right;

void work() {
  const std::scoped_lock first(left);
  const std::scoped_lock second(right);
}

int main() {
  std::thread one(work);
  std::thread two(work);
  one.join();
  two.join();
  std::printf("done\n");
}
