// finding: none
// A writer changes two values under the exclusive lock; readers hold the shared lock, so they see
// both changes or neither.
#include <cassert>
#include <mutex>
#include <shared_mutex>
#include <thread>

int main() {
  std::shared_mutex mutex;
  int price = 1;  // guarded by mutex
  int tax = 10;   // guarded by mutex

  auto read = [&] {
    std::shared_lock lock(mutex);
    assert(tax == price * 10);
  };
  std::thread reader_a(read);
  std::thread reader_b(read);
  std::thread writer([&] {
    std::unique_lock lock(mutex);
    price = 2;
    tax = 20;
  });
  reader_a.join();
  reader_b.join();
  writer.join();
}
