// expect: review _exit
#include <unistd.h>
void leave() { _exit(0); }  // here
