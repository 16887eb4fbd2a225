#include <thread>

#include "tiny.h"

int next(int) { return 2; }

int answer() {
  int value = 0;
  std::thread other([&value] { value = 42; });
  other.join();
  return value;
}
