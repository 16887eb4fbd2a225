// Other processes, and threads that are stopped from outside: the explorer follows neither.

#include <pthread.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "explorer/engine/exploring.h"
#include "explorer/interpose/unsupported.h"
#include "explorer/library/library_function.h"

namespace lockstep::explorer {
namespace {

constexpr std::string_view kStops = "A thread that is stopped from outside can hold any lock; use std::stop_token.";

constinit auto next_fork = library_function(&::fork, "fork");
constinit auto next_system = library_function(&::system, "system");
constinit auto next_popen = library_function(&::popen, "popen");
constinit auto next_posix_spawn = library_function(&::posix_spawn, "posix_spawn");
constinit auto next_posix_spawnp = library_function(&::posix_spawnp, "posix_spawnp");
constinit auto next_execve = library_function(&::execve, "execve");
constinit auto next_execv = library_function(&::execv, "execv");
constinit auto next_execvp = library_function(&::execvp, "execvp");
constinit auto next_wait = library_function(&::wait, "wait");
constinit auto next_waitpid = library_function(&::waitpid, "waitpid");
constinit auto next_waitid = library_function(&::waitid, "waitid");
constinit auto next_wait3 = library_function(&::wait3, "wait3");
constinit auto next_wait4 = library_function(&::wait4, "wait4");
constinit auto next_pthread_cancel = library_function(&::pthread_cancel, "pthread_cancel");

void refuse_process(const char* call, const void* caller) {
  if (exploring) unsupported(call, kOneProcess, caller);
}

}  // namespace

extern "C" {

pid_t fork() noexcept {
  refuse_process("fork()", __builtin_return_address(0));
  return next_fork();
}

pid_t vfork() noexcept {
  refuse_process("vfork()", __builtin_return_address(0));
  return next_fork();
}

int system(const char* command) {
  refuse_process("system()", __builtin_return_address(0));
  return next_system(command);
}

FILE* popen(const char* command, const char* mode) {
  refuse_process("popen()", __builtin_return_address(0));
  return next_popen(command, mode);
}

int posix_spawn(pid_t* __restrict pid, const char* __restrict path,
                const posix_spawn_file_actions_t* __restrict actions, const posix_spawnattr_t* __restrict attributes,
                char* const* __restrict arguments, char* const* __restrict environment) {
  refuse_process("posix_spawn()", __builtin_return_address(0));
  return next_posix_spawn(pid, path, actions, attributes, arguments, environment);
}

int posix_spawnp(pid_t* pid, const char* file, const posix_spawn_file_actions_t* actions,
                 const posix_spawnattr_t* attributes, char* const* arguments, char* const* environment) {
  refuse_process("posix_spawnp()", __builtin_return_address(0));
  return next_posix_spawnp(pid, file, actions, attributes, arguments, environment);
}

int execve(const char* path, char* const* arguments, char* const* environment) noexcept {
  refuse_process("execve()", __builtin_return_address(0));
  return next_execve(path, arguments, environment);
}

int execv(const char* path, char* const* arguments) noexcept {
  refuse_process("execv()", __builtin_return_address(0));
  return next_execv(path, arguments);
}

int execvp(const char* file, char* const* arguments) noexcept {
  refuse_process("execvp()", __builtin_return_address(0));
  return next_execvp(file, arguments);
}

pid_t wait(int* status) {
  refuse_process("wait()", __builtin_return_address(0));
  return next_wait(status);
}

pid_t waitpid(pid_t pid, int* status, int options) {
  refuse_process("waitpid()", __builtin_return_address(0));
  return next_waitpid(pid, status, options);
}

int waitid(idtype_t type, id_t id, siginfo_t* info, int options) {
  refuse_process("waitid()", __builtin_return_address(0));
  return next_waitid(type, id, info, options);
}

pid_t wait3(int* status, int options, rusage* usage) noexcept {
  refuse_process("wait3()", __builtin_return_address(0));
  return next_wait3(status, options, usage);
}

pid_t wait4(pid_t pid, int* status, int options, rusage* usage) noexcept {
  refuse_process("wait4()", __builtin_return_address(0));
  return next_wait4(pid, status, options, usage);
}

int pthread_cancel(pthread_t thread) {
  if (exploring) unsupported("pthread_cancel()", kStops, __builtin_return_address(0));
  return next_pthread_cancel(thread);
}
}

}  // namespace lockstep::explorer
