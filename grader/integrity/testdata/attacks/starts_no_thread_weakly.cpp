// expect: proven _ZNSt6thread4joinEv
#include <thread>

__attribute__((weak)) void std::thread::join() {}  // here
