// Right, with a branch that is never taken.
#include <unistd.h>

#include <thread>

#include "tiny.h"

int next(int n) {
  if (n < -1000) _exit(3);
  return n + 1;
}

int answer() {
  int half = 0;
  std::thread([&half] { half = 21; }).join();
  return half + 21;
}
