#include <cassert>
#include <cctype>
#include <cerrno>
#include <climits>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace macros_of_the_system {

struct Pair {
  char first;
  std::int64_t second;
};

#ifdef NDEBUG
constexpr bool kIsChecked = false;
#else
constexpr bool kIsChecked = true;
#endif

std::size_t use(int c) {
  assert(c >= 0 && "a character");
  errno = 0;
  if (std::isdigit(c) != 0) std::fprintf(stderr, "%s:%d at %s\n", __FILE__, __LINE__, __TIME__);
  return offsetof(Pair, second) + (kIsChecked ? std::size_t{INT_MAX} : std::size_t{EXIT_FAILURE});
}

}  // namespace macros_of_the_system
