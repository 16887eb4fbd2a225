// finding: unsupported
// A program asks itself to stop by a signal, while a worker holds a lock.
// A signal comes at any instruction, and the explorer puts only visible operations in order.
#include <signal.h>
#include <unistd.h>

#include <mutex>
#include <thread>

int main() {
  std::mutex mutex;
  int work = 0;  // guarded by mutex
  signal(SIGUSR1, SIG_IGN);
  std::thread worker([&] {
    const std::scoped_lock lock(mutex);
    ++work;
  });
  kill(getpid(), SIGUSR1);
  worker.join();
}
