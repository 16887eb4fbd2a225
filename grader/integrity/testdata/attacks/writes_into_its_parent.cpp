// expect: proven process_vm_writev
#include <sys/uio.h>
#include <unistd.h>
void forge(iovec* what, iovec* where) { process_vm_writev(getppid(), what, 1, where, 1, 0); }  // here
