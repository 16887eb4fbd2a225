#include "tiny.h"

#define JOIN(a, b) a##b

__attribute__((JOIN(no_san, itize)("address"))) int next(int n) {
  const int values[2] = {n, n + 1};
  return values[1] + 0 * (&values[0])[n + 2];
}

int answer() { return 42; }
