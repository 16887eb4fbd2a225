// finding: lock-misuse
// main locks a page and hands the unique_lock over to the writer, as one hands over a unique_ptr.
// The object moves, the ownership of the mutex does not: the writer unlocks what main's thread has locked.
#include <mutex>
#include <thread>

int main() {
  std::mutex mutex;
  int page = 0;  // guarded by mutex
  std::unique_lock lock(mutex);
  page = 1;
  std::thread writer([&page, lock = std::move(lock)]() mutable {
    page = 2;
    lock.unlock();
  });
  writer.join();
}
