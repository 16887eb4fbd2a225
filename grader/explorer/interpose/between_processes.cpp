// Locks on files, semaphores and message queues of the system: each call is tried without a wait, and one that would
// wait ends the schedule, for another process may be the one that wakes it.

#include <fcntl.h>
#include <mqueue.h>
#include <poll.h>
#include <sys/file.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdarg>
#include <span>

#include "explorer/engine/exploring.h"
#include "explorer/interpose/descriptors.h"
#include "explorer/interpose/unsupported.h"
#include "explorer/library/library_function.h"

namespace lockstep::explorer {
namespace {

constinit auto next_flock = library_function(&::flock, "flock");
constinit auto next_lockf = library_function(&::lockf, "lockf");
constinit LibraryFunction<int, int, int, void*> next_fcntl{"fcntl"};
constinit auto next_semop = library_function(&::semop, "semop");
constinit auto next_semtimedop = library_function(&::semtimedop, "semtimedop");
constinit auto next_msgrcv = library_function(&::msgrcv, "msgrcv");
constinit auto next_msgsnd = library_function(&::msgsnd, "msgsnd");
constinit auto next_mq_receive = library_function(&::mq_receive, "mq_receive");
constinit auto next_mq_timedreceive = library_function(&::mq_timedreceive, "mq_timedreceive");
constinit auto next_mq_send = library_function(&::mq_send, "mq_send");
constinit auto next_mq_timedsend = library_function(&::mq_timedsend, "mq_timedsend");

/// \param result  of the call, tried without a wait
template <class Result>
Result unless_it_waits(Result result, int means_it_waits, const char* call, const void* caller) {
  if (result < 0 && errno == means_it_waits) unsupported(call, kWaitsOutside, caller);
  return result;
}

void refuse_queue(mqd_t queue, short events, const char* call, const void* caller) {
  if (exploring && waits_for(queue, events)) unsupported(call, kWaitsOutside, caller);
}

int try_semaphores(int set, const sembuf* given, std::size_t count, const char* call, const void* caller) {
  std::array<sembuf, 500> operations{};  // as many as Linux takes
  const std::size_t copied = std::min(count, operations.size());
  std::copy_n(given, copied, operations.begin());
  bool waits = false;
  for (sembuf& operation : std::span(operations).first(copied)) {
    waits = waits || (operation.sem_flg & IPC_NOWAIT) == 0;
    operation.sem_flg |= IPC_NOWAIT;
  }
  const int result = next_semop(set, operations.data(), count);  // more than so many are refused before they are read
  return waits ? unless_it_waits(result, EAGAIN, call, caller) : result;
}

int control(int fd, int command, void* argument, const void* caller) {
  if (!exploring || (command != F_SETLKW && command != F_OFD_SETLKW)) return next_fcntl(fd, command, argument);
  const int result = next_fcntl(fd, command == F_SETLKW ? F_SETLK : F_OFD_SETLK, argument);
  if (result < 0 && errno == EACCES) errno = EAGAIN;
  return unless_it_waits(result, EAGAIN, "fcntl() for a locked file", caller);
}

}  // namespace

extern "C" {

int fcntl(int fd, int command, ...) {
  std::va_list arguments;
  va_start(arguments, command);
  void* const argument = va_arg(arguments, void*);
  va_end(arguments);
  return control(fd, command, argument, __builtin_return_address(0));
}

int fcntl64(int fd, int command, ...) {
  std::va_list arguments;
  va_start(arguments, command);
  void* const argument = va_arg(arguments, void*);
  va_end(arguments);
  return control(fd, command, argument, __builtin_return_address(0));
}

int flock(int fd, int operation) noexcept {
  if (!exploring || (operation & LOCK_NB) != 0) return next_flock(fd, operation);
  return unless_it_waits(next_flock(fd, operation | LOCK_NB), EWOULDBLOCK, "flock()", __builtin_return_address(0));
}

int lockf(int fd, int command, off_t size) {
  if (!exploring || command != F_LOCK) return next_lockf(fd, command, size);
  const int result = next_lockf(fd, F_TLOCK, size);
  if (result < 0 && errno == EACCES) errno = EAGAIN;
  return unless_it_waits(result, EAGAIN, "lockf()", __builtin_return_address(0));
}

int semop(int set, sembuf* operations, std::size_t count) noexcept {
  if (!exploring) return next_semop(set, operations, count);
  return try_semaphores(set, operations, count, "semop()", __builtin_return_address(0));
}

int semtimedop(int set, sembuf* operations, std::size_t count, const timespec* limit) noexcept {
  if (!exploring) return next_semtimedop(set, operations, count, limit);
  return try_semaphores(set, operations, count, "semtimedop()", __builtin_return_address(0));
}

ssize_t msgrcv(int queue, void* message, std::size_t size, long type, int flags) {
  if (!exploring || (flags & IPC_NOWAIT) != 0) return next_msgrcv(queue, message, size, type, flags);
  return unless_it_waits(next_msgrcv(queue, message, size, type, flags | IPC_NOWAIT), ENOMSG, "msgrcv()",
                         __builtin_return_address(0));
}

int msgsnd(int queue, const void* message, std::size_t size, int flags) {
  if (!exploring || (flags & IPC_NOWAIT) != 0) return next_msgsnd(queue, message, size, flags);
  return unless_it_waits(next_msgsnd(queue, message, size, flags | IPC_NOWAIT), EAGAIN, "msgsnd()",
                         __builtin_return_address(0));
}

ssize_t mq_receive(mqd_t queue, char* message, std::size_t size, unsigned* priority) {
  refuse_queue(queue, POLLIN, "mq_receive()", __builtin_return_address(0));
  return next_mq_receive(queue, message, size, priority);
}

ssize_t mq_timedreceive(mqd_t queue, char* __restrict message, std::size_t size, unsigned* __restrict priority,
                        const timespec* __restrict until) {
  refuse_queue(queue, POLLIN, "mq_timedreceive()", __builtin_return_address(0));
  return next_mq_timedreceive(queue, message, size, priority, until);
}

int mq_send(mqd_t queue, const char* message, std::size_t size, unsigned priority) {
  refuse_queue(queue, POLLOUT, "mq_send()", __builtin_return_address(0));
  return next_mq_send(queue, message, size, priority);
}

int mq_timedsend(mqd_t queue, const char* message, std::size_t size, unsigned priority, const timespec* until) {
  refuse_queue(queue, POLLOUT, "mq_timedsend()", __builtin_return_address(0));
  return next_mq_timedsend(queue, message, size, priority, until);
}
}

}  // namespace lockstep::explorer
