#include <cstdlib>
#include <cstring>

#include "tiny.h"

int next(int n) {
  for (int i = 0; i < 30 * 1024; ++i) {
    void* megabyte = std::malloc(1 << 20);
    if (megabyte != nullptr) std::memset(megabyte, i, 1 << 20);
  }
  return n + 1;
}

int answer() { return 42; }
