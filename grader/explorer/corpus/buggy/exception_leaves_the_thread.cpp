// finding: exception
// The reader looks up an entry under the lock with at(), which throws when the writer has not come yet.
// Nobody catches it in that thread: the program is terminated.
#include <map>
#include <mutex>
#include <thread>

int main() {
  std::mutex mutex;
  std::map<int, int> prices;  // guarded by mutex
  std::thread writer([&] {
    std::scoped_lock lock(mutex);
    prices[4] = 99;
  });
  std::thread reader([&] {
    std::scoped_lock lock(mutex);
    prices.at(4) += 1;
  });
  writer.join();
  reader.join();
}
