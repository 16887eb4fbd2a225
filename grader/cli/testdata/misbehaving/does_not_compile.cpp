#include "tiny.h"

int next(int n) {
  return m + ;
  return n + 1;
}

int answer() { return 42; }
