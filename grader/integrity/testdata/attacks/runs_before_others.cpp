// expect: review .init_array.00101
// only: g++
#include <cstdlib>
__attribute__((constructor(101))) static void early() { std::exit(0); }
