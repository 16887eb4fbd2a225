// What _FORTIFY_SOURCE, which some systems' compilers define by themselves, makes of calls whose buffer it knows. Each
// checks the size itself, and then is the plain call, with its stand-in.

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>

// NOLINTBEGIN(bugprone-reserved-identifier): the names are the compiler's
extern "C" {

ssize_t __read_chk(int fd, void* buffer, std::size_t size, std::size_t room) {
  if (size > room) abort();
  return read(fd, buffer, size);
}

ssize_t __recv_chk(int fd, void* buffer, std::size_t size, std::size_t room, int flags) {
  if (size > room) abort();
  return recv(fd, buffer, size, flags);
}

ssize_t __recvfrom_chk(int fd, void* __restrict buffer, std::size_t size, std::size_t room, int flags,
                       sockaddr* __restrict from, socklen_t* __restrict length) {
  if (size > room) abort();
  return recvfrom(fd, buffer, size, flags, from, length);
}

int __poll_chk(pollfd* files, nfds_t count, int limit, std::size_t room) {
  if (room / sizeof *files < count) abort();
  return poll(files, count, limit);
}

int __ppoll_chk(pollfd* files, nfds_t count, const timespec* limit, const sigset_t* mask, std::size_t room) {
  if (room / sizeof *files < count) abort();
  return ppoll(files, count, limit, mask);
}
}
// NOLINTEND(bugprone-reserved-identifier)
