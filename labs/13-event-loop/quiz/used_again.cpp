#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdio>

int main() {
  std::array<int, 2> first{};
  std::array<int, 2> second{};
  if (socketpair(AF_UNIX, SOCK_STREAM, 0, first.data()) != 0) return 1;
  const int old = first[0];
  close(first[0]);
  if (socketpair(AF_UNIX, SOCK_STREAM, 0, second.data()) != 0) return 1;
  std::printf(old == second[0] ? "the same" : "another");
}
