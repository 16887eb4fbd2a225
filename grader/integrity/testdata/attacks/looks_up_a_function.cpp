// expect: proven dlsym
#include <dlfcn.h>
void leave() { reinterpret_cast<void (*)(int)>(dlsym(RTLD_DEFAULT, "_exit"))(0); }  // here
