// expect: proven .preinit_array
#include <cstdlib>
static void early() { std::exit(0); }
__attribute__((section(".preinit_array"), used)) static void (*first)() = early;
