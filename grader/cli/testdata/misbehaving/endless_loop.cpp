#include <atomic>

#include "tiny.h"

int next(int n) {
  for (std::atomic<bool> over = false; !over;) {
  }
  return n + 1;
}

int answer() { return 42; }
