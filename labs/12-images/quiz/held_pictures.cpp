#include <cstdio>
#include <semaphore>
#include <thread>

std::counting_semaphore<1> room(1);

void convert(bool good) {
  room.acquire();
  if (!good) return;
  room.release();
}

int main() {
  std::thread one(convert, true);
  std::thread two(convert, false);
  one.join();
  two.join();
  std::printf("done\n");
}
