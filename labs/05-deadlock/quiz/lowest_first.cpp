#include <array>
#include <cstdio>
#include <mutex>
#include <thread>

std::array<std::mutex, 3> forks;

void eat(std::mutex& first, std::mutex& second) {
  const std::scoped_lock one(first);
  const std::scoped_lock other(second);
}

int main() {
  std::thread a(eat, std::ref(forks[0]), std::ref(forks[1]));
  std::thread b(eat, std::ref(forks[1]), std::ref(forks[2]));
  std::thread c(eat, std::ref(forks[0]), std::ref(forks[2]));
  a.join();
  b.join();
  c.join();
  std::printf("all have eaten\n");
}
