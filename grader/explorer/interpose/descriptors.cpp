// Calls that wait for a descriptor. What is ready goes through; what would really wait ends the schedule, for nobody
// knows who would wake it. Standard output and standard error are read outside, and may wait for that.

#include "explorer/interpose/descriptors.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#include <cerrno>
#include <string>

#include "explorer/engine/exploring.h"
#include "explorer/interpose/unsupported.h"
#include "explorer/library/library_function.h"
#include "explorer/library/real.h"

namespace lockstep::explorer {
namespace {

constinit auto next_write = library_function(&::write, "write");
constinit auto next_readv = library_function(&::readv, "readv");
constinit auto next_writev = library_function(&::writev, "writev");
constinit auto next_recv = library_function(&::recv, "recv");
constinit auto next_recvfrom = library_function(&::recvfrom, "recvfrom");
constinit auto next_recvmsg = library_function(&::recvmsg, "recvmsg");
constinit auto next_send = library_function(&::send, "send");
constinit auto next_sendto = library_function(&::sendto, "sendto");
constinit auto next_sendmsg = library_function(&::sendmsg, "sendmsg");
constinit auto next_accept = library_function(&::accept, "accept");
constinit auto next_accept4 = library_function(&::accept4, "accept4");
constinit auto next_connect = library_function(&::connect, "connect");
constinit auto next_eventfd_read = library_function(&::eventfd_read, "eventfd_read");
constinit auto next_eventfd_write = library_function(&::eventfd_write, "eventfd_write");

bool ready(int fd, short events) {
  pollfd query{.fd = fd, .events = events, .revents = 0};
  return real().poll(&query, 1, 0) != 0;
}

void refuse_to_wait(int fd, short events, const char* call, const void* caller, int flags = 0) {
  if (exploring && (flags & MSG_DONTWAIT) == 0 && waits_for(fd, events)) unsupported(call, kWaitsOutside, caller);
}

}  // namespace

bool waits_for(int fd, short events) {
  const bool read_outside = (events & POLLOUT) != 0 && (fd == STDOUT_FILENO || fd == STDERR_FILENO);
  const int flags = fcntl(fd, F_GETFL);
  return !read_outside && flags >= 0 && (flags & O_NONBLOCK) == 0 && !ready(fd, events);
}

extern "C" {

ssize_t read(int fd, void* buffer, std::size_t size) {
  refuse_to_wait(fd, POLLIN, "read() on an empty pipe or terminal", __builtin_return_address(0));
  return real().read(fd, buffer, size);
}

ssize_t readv(int fd, const iovec* parts, int count) {
  refuse_to_wait(fd, POLLIN, "readv() on an empty pipe or terminal", __builtin_return_address(0));
  return next_readv(fd, parts, count);
}

ssize_t write(int fd, const void* buffer, std::size_t size) {
  refuse_to_wait(fd, POLLOUT, "write() on a full pipe", __builtin_return_address(0));
  return next_write(fd, buffer, size);
}

ssize_t writev(int fd, const iovec* parts, int count) {
  refuse_to_wait(fd, POLLOUT, "writev() on a full pipe", __builtin_return_address(0));
  return next_writev(fd, parts, count);
}

ssize_t recv(int fd, void* buffer, std::size_t size, int flags) {
  refuse_to_wait(fd, POLLIN, "recv()", __builtin_return_address(0), flags);
  return next_recv(fd, buffer, size, flags);
}

ssize_t recvfrom(int fd, void* __restrict buffer, std::size_t size, int flags, sockaddr* __restrict from,
                 socklen_t* __restrict length) {
  refuse_to_wait(fd, POLLIN, "recvfrom()", __builtin_return_address(0), flags);
  return next_recvfrom(fd, buffer, size, flags, from, length);
}

ssize_t recvmsg(int fd, msghdr* message, int flags) {
  refuse_to_wait(fd, POLLIN, "recvmsg()", __builtin_return_address(0), flags);
  return next_recvmsg(fd, message, flags);
}

ssize_t send(int fd, const void* buffer, std::size_t size, int flags) {
  refuse_to_wait(fd, POLLOUT, "send()", __builtin_return_address(0), flags);
  return next_send(fd, buffer, size, flags);
}

ssize_t sendto(int fd, const void* buffer, std::size_t size, int flags, const sockaddr* to, socklen_t length) {
  refuse_to_wait(fd, POLLOUT, "sendto()", __builtin_return_address(0), flags);
  return next_sendto(fd, buffer, size, flags, to, length);
}

ssize_t sendmsg(int fd, const msghdr* message, int flags) {
  refuse_to_wait(fd, POLLOUT, "sendmsg()", __builtin_return_address(0), flags);
  return next_sendmsg(fd, message, flags);
}

int accept(int fd, sockaddr* __restrict address, socklen_t* __restrict length) {
  refuse_to_wait(fd, POLLIN, "accept()", __builtin_return_address(0));
  return next_accept(fd, address, length);
}

int accept4(int fd, sockaddr* __restrict address, socklen_t* __restrict length, int flags) {
  refuse_to_wait(fd, POLLIN, "accept4()", __builtin_return_address(0));
  return next_accept4(fd, address, length, flags);
}

/// Whether it would wait shows only when it is tried.
int connect(int fd, const sockaddr* address, socklen_t length) {
  const int flags = fcntl(fd, F_GETFL);
  if (!exploring || flags < 0 || (flags & O_NONBLOCK) != 0) return next_connect(fd, address, length);
  fcntl(fd, F_SETFL, flags | O_NONBLOCK);
  int error = next_connect(fd, address, length) == 0 ? 0 : errno;
  fcntl(fd, F_SETFL, flags);
  if (error == EAGAIN || (error == EINPROGRESS && !ready(fd, POLLOUT))) {
    unsupported("connect()", kWaitsOutside, __builtin_return_address(0));
  }
  socklen_t size = sizeof error;
  if (error == EINPROGRESS) getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &size);
  if (error == 0) return 0;
  errno = error;
  return -1;
}

int eventfd_read(int fd, eventfd_t* value) {
  refuse_to_wait(fd, POLLIN, "eventfd_read()", __builtin_return_address(0));
  return next_eventfd_read(fd, value);
}

int eventfd_write(int fd, eventfd_t value) {
  refuse_to_wait(fd, POLLOUT, "eventfd_write()", __builtin_return_address(0));
  return next_eventfd_write(fd, value);
}
}

}  // namespace lockstep::explorer
