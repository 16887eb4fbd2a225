#include <thread>

#include "tiny.h"

int next(int n) { return n + 1; }

namespace {
__attribute__((no_sanitize("thread"), noinline)) void set(int* value) { *value = 42; }
}  // namespace

int answer() {
  int value = 0;
  std::thread other([&value] { set(&value); });
  set(&value);
  other.join();
  return value;
}
