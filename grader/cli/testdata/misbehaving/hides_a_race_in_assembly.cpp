#include <thread>

#include "tiny.h"

int next(int n) { return n + 1; }

namespace {
void set(int* value) { __asm__ volatile("movl $42, %0" : "=m"(*value)); }
}  // namespace

int answer() {
  int value = 0;
  std::thread other([&value] { set(&value); });
  set(&value);
  other.join();
  return value;
}
