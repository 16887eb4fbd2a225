// Right: the lock is released, in the library, when the thread ends. RACE has one more thread, without the lock.
#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

std::mutex mutex;
std::condition_variable condition;
bool done = false;
int value = 0;

int main() {
  std::thread other([] {
    std::unique_lock lock(mutex);
    value = 1;
    done = true;
    std::notify_all_at_thread_exit(condition, std::move(lock));
  });
  {
    std::unique_lock lock(mutex);
    condition.wait(lock, [] { return done; });
#ifdef RACE
    std::thread([] { value = 2; }).detach();
    while (static_cast<volatile int&>(value) != 2) std::this_thread::yield();
#endif
  }
  other.join();
  return value > 0 ? 0 : 1;
}
