// expect: proven __cxa_throw
extern "C" void __cxa_throw(void*, void*, void (*)(void*)) { __builtin_trap(); }  // here
