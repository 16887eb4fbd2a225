// finding: unsupported
// A thread reads from a pipe, and nobody writes to it: read() blocks in the kernel.
// The explorer cannot see what a read from a descriptor waits for, so it says so instead of hanging.
#include <unistd.h>

#include <array>
#include <thread>

int main() {
  std::array<int, 2> ends{};
  if (pipe(ends.data()) != 0) return 1;
  char letter = ' ';
  std::thread reader([&] {
    if (read(ends[0], &letter, 1) < 0) letter = '?';
  });
  reader.join();
  close(ends[0]);
  close(ends[1]);
}
