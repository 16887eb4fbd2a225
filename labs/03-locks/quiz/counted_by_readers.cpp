#include <cstdio>
#include <mutex>
#include <shared_mutex>
#include <thread>

std::shared_mutex mutex;
int looked = 0;

void look() {
  const std::shared_lock lock(mutex);
  ++looked;
}

int main() {
  std::thread one(look);
  std::thread two(look);
  one.join();
  two.join();
  std::printf("%d\n", looked);
}
