// Right, but ThreadSanitizer does not know pthread_rwlock_clock*lock. RACE writes under a shared lock.
#include <chrono>
#include <shared_mutex>
#include <thread>

std::shared_timed_mutex mutex;
int guarded = 0;

void write() {
  if (mutex.try_lock_for(std::chrono::seconds(10))) {
    ++guarded;
    mutex.unlock();
  }
}

void read() {
  if (mutex.try_lock_shared_for(std::chrono::seconds(10))) {
#ifdef RACE
    ++guarded;
#endif
    volatile int seen = guarded;
    (void)seen;
    mutex.unlock_shared();
  }
}

int main() {
  std::thread writer(write);
  std::thread reader(read);
  read();
  writer.join();
  reader.join();
  return 0;
}
