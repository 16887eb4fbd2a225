#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdio>

int main() {
  std::array<int, 2> ends{};
  if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()) != 0) return 1;
  (void)!write(ends[0], "GET a\n", 6);
  (void)!write(ends[0], "GET b\n", 6);
  std::array<char, 100> into{};
  const ssize_t first = read(ends[1], into.data(), 9);
  const ssize_t second = read(ends[1], into.data(), into.size());
  std::printf("%zd %zd", first, second);
}
