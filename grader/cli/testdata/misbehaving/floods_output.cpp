#include <cstdio>
#include <string>

#include "tiny.h"

int next(int n) {
  const std::string megabyte(1 << 20, 'x');
  for (int i = 0; i < 10'000; ++i) std::fputs(megabyte.c_str(), stdout);
  return n + 1;
}

int answer() { return 42; }
