#include <unistd.h>

#include "tiny.h"

int next(int n) {
  for (;;) pause();
  return n + 1;
}

int answer() { return 42; }
