#include <thread>

#include "tiny.h"

int next(int n) { return n + 1; }

int answer() {
  int half = 0;
  std::thread other([&half] { half = 21; });
  other.join();
  return half + 21;
}
