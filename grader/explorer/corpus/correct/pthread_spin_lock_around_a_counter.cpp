// finding: none
// The C library's spin lock: its critical sections are ordered, and a try that succeeds is a lock.
#include <pthread.h>

#include <cassert>
#include <cerrno>
#include <thread>

int main() {
  pthread_spinlock_t lock{};
  pthread_spin_init(&lock, PTHREAD_PROCESS_PRIVATE);
  int count = 0;  // guarded by lock
  const auto add = [&] {
    pthread_spin_lock(&lock);
    ++count;
    pthread_spin_unlock(&lock);
  };
  std::thread first(add);
  std::thread second(add);
  if (const int error = pthread_spin_trylock(&lock); error == 0) {
    ++count;
    pthread_spin_unlock(&lock);
  } else {
    assert(error == EBUSY);
    add();
  }
  first.join();
  second.join();
  assert(count == 3);
  pthread_spin_destroy(&lock);
}
