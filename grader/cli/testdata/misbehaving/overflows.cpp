#include <climits>

#include "tiny.h"

int next(int n) {
  const int beyond = n + INT_MAX;  // what comes out is right where it wraps around
  return beyond - INT_MAX + 1;
}

int answer() { return 42; }
