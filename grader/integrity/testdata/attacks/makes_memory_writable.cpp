// expect: review mprotect
#include <sys/mman.h>
int open(void* page) { return mprotect(page, 4096, PROT_READ | PROT_WRITE | PROT_EXEC); }  // here
