#include "clocks.h"

#include <time.h>

#include <chrono>

Clocks system_clocks() {
  return {.real = [] { return std::chrono::steady_clock::now().time_since_epoch(); },
          .compute =
              [] {
                timespec time{};
                clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
                return Duration{std::chrono::seconds{time.tv_sec} + std::chrono::nanoseconds{time.tv_nsec}};
              }};
}
