#include <cstdio>
#include <mutex>
#include <semaphore>
#include <thread>

std::counting_semaphore<1> seats{1};
std::mutex left;
std::mutex right;

void eat(std::mutex& first, std::mutex& second) {
  seats.acquire();
  {
    const std::scoped_lock one(first);
    const std::scoped_lock other(second);
  }
  seats.release();
}

int main() {
  std::thread one([] { eat(left, right); });
  std::thread two([] { eat(right, left); });
  one.join();
  two.join();
  std::printf("both have eaten\n");
}
