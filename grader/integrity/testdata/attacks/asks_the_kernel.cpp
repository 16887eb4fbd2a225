// expect: review syscall
#include <sys/syscall.h>
#include <unistd.h>
void leave() { syscall(SYS_exit_group, 0); }  // here
