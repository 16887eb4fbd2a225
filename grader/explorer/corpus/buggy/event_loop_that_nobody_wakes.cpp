// finding: unsupported
// An event loop waits in epoll_wait for a letter in a pipe, and the thread that writes it may come later.
// The explorer does not know what ends such a wait. It must not end it itself, with EINTR.
#include <sys/epoll.h>
#include <unistd.h>

#include <array>
#include <cassert>
#include <thread>

int main() {
  std::array<int, 2> ends{};
  if (pipe(ends.data()) != 0) return 0;
  const int set = epoll_create1(0);
  epoll_event wanted{.events = EPOLLIN, .data = {.fd = ends[0]}};
  epoll_ctl(set, EPOLL_CTL_ADD, ends[0], &wanted);
  std::thread loop([&] {
    epoll_event got{};
    assert(epoll_wait(set, &got, 1, -1) == 1);
  });
  std::thread writer([&] { assert(write(ends[1], "x", 1) == 1); });
  loop.join();
  writer.join();
  close(set);
  close(ends[0]);
  close(ends[1]);
}
