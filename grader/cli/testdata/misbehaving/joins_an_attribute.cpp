#include <thread>

#include "tiny.h"

#define JOIN(a, b) a##b

int next(int n) { return n + 1; }

__attribute__((JOIN(no_san, itize)("thread"))) void set(int& value) { value = 42; }

int answer() {
  int value = 0;
  std::thread other(set, std::ref(value));
  set(value);
  other.join();
  return value;
}
