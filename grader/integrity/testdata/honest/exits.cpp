#include <cassert>
#include <cstdlib>
void give_up(int x) {
  assert(x >= 0);
  if (x == 1) std::exit(1);
  if (x == 2) std::abort();
  if (x == 3) std::terminate();
}
const int kAtEnd = std::atexit([] {});
