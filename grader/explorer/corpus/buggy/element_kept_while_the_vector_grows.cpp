// finding: use-after-free
// A thread keeps a reference to the first element from one critical section to the next.
// The other thread appends in between, under the lock: the vector moves, and the reference leads to freed memory.
#include <mutex>
#include <thread>
#include <vector>

int main() {
  std::mutex mutex;
  std::vector<int> scores{10};  // guarded by mutex
  std::thread winner([&] {
    std::unique_lock lock(mutex);
    int& mine = scores.front();
    lock.unlock();
    lock.lock();
    mine += 5;
  });
  std::thread newcomer([&] {
    std::scoped_lock lock(mutex);
    scores.push_back(0);
  });
  winner.join();
  newcomer.join();
}
