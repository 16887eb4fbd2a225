// What the explorer cannot put in order: calls that would wait outside its sight, or that make or stop what it does not
// know. They are findings with a message, so that no exploration hangs on one.

#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <dlfcn.h>
#include <cerrno>
#include <cstdio>

#include "explorer/engine/describe.h"
#include "explorer/engine/exploring.h"
#include "explorer/interpose/real.h"

namespace lockstep::explorer {
namespace {

[[noreturn]] void unsupported(std::string_view what, std::string_view why, const void* caller) {
  exploring = false;
  const Place place = engine().place_of(caller);
  engine().fail({.kind = FindingKind::kUnsupported,
                 .message = describe(engine().current()) + " calls " + std::string(what) + " at " + mark(place) +
                            ", which the explorer does not follow. " + std::string(why),
                 .places = {place},
                 .address = 0});
}

constexpr std::string_view kWaits = "It would wait for something outside the program.";
constexpr std::string_view kProcesses = "It explores the threads of one process.";
constexpr std::string_view kStops = "A thread that is stopped from outside can hold any lock; use std::stop_token.";
constexpr std::string_view kSignals = "A signal comes at any instruction, not only between visible operations.";

bool ready(int fd) {
  pollfd query{.fd = fd, .events = POLLIN, .revents = 0};
  return real().poll(&query, 1, 0) != 0;
}

template <class Function>
Function next(const char* name) {
  return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

}  // namespace

extern "C" {

ssize_t read(int fd, void* buffer, std::size_t size) {
  if (exploring && !ready(fd)) unsupported("read() on an empty pipe or terminal", kWaits, __builtin_return_address(0));
  return real().read(fd, buffer, size);
}

int poll(pollfd* files, nfds_t count, int timeout) {
  if (exploring && timeout != 0) unsupported("poll()", kWaits, __builtin_return_address(0));
  return real().poll(files, count, timeout);
}

int pause() {
  if (exploring) unsupported("pause()", kSignals, __builtin_return_address(0));
  static const auto real_pause = next<int (*)()>("pause");
  return real_pause();
}

pid_t fork() noexcept {
  if (exploring) unsupported("fork()", kProcesses, __builtin_return_address(0));
  static const auto real_fork = next<pid_t (*)()>("fork");
  return real_fork();
}

pid_t vfork() noexcept { return fork(); }

int system(const char* command) {
  if (exploring) unsupported("system()", kProcesses, __builtin_return_address(0));
  static const auto real_system = next<int (*)(const char*)>("system");
  return real_system(command);
}

FILE* popen(const char* command, const char* mode) {
  if (exploring) unsupported("popen()", kProcesses, __builtin_return_address(0));
  static const auto real_popen = next<FILE* (*)(const char*, const char*)>("popen");
  return real_popen(command, mode);
}

pid_t waitpid(pid_t pid, int* status, int options) {
  if (exploring) unsupported("waitpid()", kProcesses, __builtin_return_address(0));
  static const auto real_waitpid = next<pid_t (*)(pid_t, int*, int)>("waitpid");
  return real_waitpid(pid, status, options);
}

int pthread_cancel(pthread_t thread) {
  if (exploring) unsupported("pthread_cancel()", kStops, __builtin_return_address(0));
  static const auto real_cancel = next<int (*)(pthread_t)>("pthread_cancel");
  return real_cancel(thread);
}

int pthread_kill(pthread_t thread, int signo) noexcept {
  if (exploring) unsupported("pthread_kill()", kSignals, __builtin_return_address(0));
  return real().pthread_kill(thread, signo);
}

int raise(int signo) noexcept {
  if (exploring) unsupported("raise()", kSignals, __builtin_return_address(0));
  static const auto real_raise = next<int (*)(int)>("raise");
  return real_raise(signo);
}

unsigned alarm(unsigned seconds) noexcept {
  if (exploring) unsupported("alarm()", kSignals, __builtin_return_address(0));
  static const auto real_alarm = next<unsigned (*)(unsigned)>("alarm");
  return real_alarm(seconds);
}
}

}  // namespace lockstep::explorer
