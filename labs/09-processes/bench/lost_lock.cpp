// What becomes of a lock when a process that has threads is copied: part 6 of README.md.

#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <latch>
#include <mutex>
#include <thread>

int main() {
  std::mutex mutex;
  std::latch is_locked(1);
  std::latch may_unlock(1);
  std::jthread holder([&] {
    const std::scoped_lock lock(mutex);
    is_locked.count_down();
    may_unlock.wait();
  });
  is_locked.wait();

  std::fflush(stdout);
  const pid_t child = fork();
  if (child == 0) {
    // lock() would wait for ever here.
    const bool locked = mutex.try_lock();
    std::puts(locked ? "child:  got the mutex"
                     : "child:  the mutex is locked, and the thread that would unlock it is not here");
    std::fflush(stdout);
    _exit(0);
  }
  waitpid(child, nullptr, 0);
  may_unlock.count_down();
  holder.join();
  const bool locked = mutex.try_lock();
  std::puts(locked ? "parent: got the mutex, for its thread has unlocked it" : "parent: the mutex is locked");
  if (locked) mutex.unlock();
}
