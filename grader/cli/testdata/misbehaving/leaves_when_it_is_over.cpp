// Right, but for a leak, which is looked for at the very end.
#include <unistd.h>

#include <cstdlib>
#include <thread>

#include "tiny.h"

const int kQuiet = std::atexit([] { _exit(0); });

int next(int n) { return n + 1; }

int answer() {
  auto* half = new int(0);
  std::thread([half] { *half = 21; }).join();
  return *half + 21;
}
