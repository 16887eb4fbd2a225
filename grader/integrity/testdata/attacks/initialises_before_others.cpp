// expect: review .init_array.150
// only: clang++
#include <cstdlib>
struct Early {
  Early() { std::exit(0); }
};
__attribute__((init_priority(150))) Early early;
