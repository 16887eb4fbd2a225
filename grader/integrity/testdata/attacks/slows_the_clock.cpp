// expect: proven clock_gettime
#include <ctime>

extern "C" {
int clock_gettime(clockid_t, timespec* now) noexcept {  // here
  static long ticks = 0;
  *now = {++ticks, 0};
  return 0;
}
}
