#include <alloca.h>
#include <cstring>
int with_alloca(std::size_t n) {
  char* p = static_cast<char*>(alloca(n + 1));
  std::memset(p, 1, n + 1);
  return p[n];
}
