// Right, but ThreadSanitizer does not know pthread_mutex_clocklock. RACE adds a real race beside it.
#include <chrono>
#include <mutex>
#include <thread>

std::timed_mutex mutex;
int guarded = 0;
int raced = 0;

void work() {
  if (mutex.try_lock_for(std::chrono::seconds(10))) {
    ++guarded;
    mutex.unlock();
  }
#ifdef RACE
  ++raced;
#endif
}

int main() {
  std::thread other(work);
  work();
  other.join();
  return guarded + raced > 0 ? 0 : 1;
}
