#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <latch>
#include <mutex>
#include <thread>

std::mutex mutex;
std::latch is_locked(1);
std::latch may_unlock(1);

void hold() {
  const std::scoped_lock lock(mutex);
  is_locked.count_down();
  may_unlock.wait();
}

int main() {
  std::jthread holder(hold);
  is_locked.wait();
  const pid_t child = fork();
  if (child == 0) {
    const bool locked = mutex.try_lock();  // lock() would wait for ever
    std::printf("%s\n", locked ? "the copy got the mutex" : "locked, and nobody here unlocks it");
    std::fflush(stdout);
    _exit(0);
  }
  waitpid(child, nullptr, 0);
  may_unlock.count_down();
}
