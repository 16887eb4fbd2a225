// finding: unsupported
// Two threads lock one file with flock, each through a descriptor of its own, and the first waits for the second while
// it holds the lock. Another process might hold it, so the explorer does not know who may let the second in.
#include <fcntl.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <unistd.h>

#include <string>
#include <thread>

int main() {
  const int file = memfd_create("ledger", 0);
  const int same = open(("/proc/self/fd/" + std::to_string(file)).c_str(), O_RDWR);
  flock(file, LOCK_EX);
  std::thread second([&] {
    flock(same, LOCK_EX);
    flock(same, LOCK_UN);
  });
  second.join();
  flock(file, LOCK_UN);
  close(same);
  close(file);
}
