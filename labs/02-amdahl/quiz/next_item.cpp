#include <atomic>
#include <cstdio>
#include <thread>

std::atomic<int> next{0};

int work_until_none_is_left() {
  int done = 0;
  while (next++ < 3) ++done;
  return done;
}

int main() {
  int by_one = 0;
  std::thread one([&] { by_one = work_until_none_is_left(); });
  std::thread two([] { work_until_none_is_left(); });
  one.join();
  two.join();
  std::printf("%d\n", by_one);
}
