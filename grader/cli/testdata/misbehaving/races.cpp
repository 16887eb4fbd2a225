#include <thread>

#include "tiny.h"

int next(int n) { return n + 1; }

int answer() {
  int value = 0;
  std::thread other([&value] { value = 42; });
  value = 42;
  other.join();
  return value;
}
