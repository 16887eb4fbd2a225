#include <cinttypes>
#include <cstdint>
#include <cstdio>
#include <string>
std::string hex(std::uint64_t x) {
  char b[32];
  std::snprintf(b, sizeof b, "%" PRIx64, x);
  return b;
}
