// finding: lock-misuse
// A worker tries the lock, works only if it got it, and unlocks in every case.
// When its try failed, it unlocks a mutex that is not its own: the other's, or one that nobody holds any more.
#include <mutex>
#include <thread>

int main() {
  std::mutex mutex;
  int work = 0;
  const auto try_to_work = [&] {
    const bool got_it = mutex.try_lock();
    if (got_it) ++work;
    mutex.unlock();
  };
  std::thread first(try_to_work);
  std::thread second(try_to_work);
  first.join();
  second.join();
}
