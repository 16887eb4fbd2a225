#include <cstdio>
#include <mutex>
#include <thread>

std::mutex mutex;
double total = 1e16;  // where the next number that a double can hold is 2 away

void add(double part) {
  const std::scoped_lock lock(mutex);
  total += part;
}

int main() {
  std::thread one(add, 1.0);
  std::thread two(add, -1e16);
  one.join();
  two.join();
  std::printf("%.0f\n", total);
}
