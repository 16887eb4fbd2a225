#include <ctime>
#include <thread>

#include "tiny.h"

extern "C" int clock_gettime(clockid_t, timespec* now) noexcept {
  static long ticks = 0;
  *now = {++ticks, 0};
  return 0;
}

int next(int n) { return n + 1; }

int answer() {
  int half = 0;
  std::thread([&half] { half = 21; }).join();
  return half + 21;
}
