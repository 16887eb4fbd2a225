// Right, but ThreadSanitizer does not know pthread_rwlock_clock*lock. RACE writes under a shared lock.
#include <chrono>
#include <shared_mutex>
#include <thread>

std::shared_timed_mutex mutex;
int guarded = 0;

void write_value() {
  if (mutex.try_lock_for(std::chrono::seconds(10))) {
    ++guarded;
    mutex.unlock();
  }
}

void read_value() {
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
  std::thread writer(write_value);
  std::thread reader(read_value);
  read_value();
  writer.join();
  reader.join();
  return 0;
}
