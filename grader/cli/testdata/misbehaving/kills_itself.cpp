#include <unistd.h>

#include <csignal>

#include "tiny.h"

int next(int n) {
  kill(getpid(), SIGKILL);
  return n + 1;
}

int answer() { return 42; }
