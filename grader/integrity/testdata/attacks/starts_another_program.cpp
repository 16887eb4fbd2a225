// expect: proven posix_spawn
#include <spawn.h>
#include <unistd.h>
int run(pid_t* pid, char** argv) { return posix_spawn(pid, "/bin/true", nullptr, nullptr, argv, nullptr); }  // here
