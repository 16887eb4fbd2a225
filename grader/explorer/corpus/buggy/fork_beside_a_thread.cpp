// finding: unsupported
// main forks while a worker may hold a lock; the child has a copy of the lock but not of the worker.
// The explorer does not follow a second process.
#include <sys/wait.h>
#include <unistd.h>

#include <mutex>
#include <thread>

int main() {
  std::mutex mutex;
  int work = 0;  // guarded by mutex
  std::thread worker([&] {
    std::scoped_lock lock(mutex);
    ++work;
  });
  const pid_t child = fork();
  if (child == 0) _exit(0);
  if (child > 0) waitpid(child, nullptr, 0);
  worker.join();
}
