// expect: proven dlopen
#include <dlfcn.h>
void* load() { return dlopen("/tmp/mine.so", RTLD_NOW); }  // here
