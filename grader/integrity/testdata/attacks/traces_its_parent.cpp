// expect: proven ptrace
#include <sys/ptrace.h>
#include <unistd.h>
void attach() { ptrace(PTRACE_ATTACH, getppid(), nullptr, nullptr); }  // here
