// finding: none
// Two threads share a ledger with locks of both kinds; the one that gives up its share last frees it, and a mutex made
// anew in the same memory is another one.
#include <cassert>
#include <memory>
#include <mutex>
#include <new>
#include <shared_mutex>
#include <thread>
#include <utility>

struct Ledger {
  std::mutex mutex;
  std::shared_mutex pages;
  int entries = 0;
  ~Ledger() { assert(entries == 2); }
};

int main() {
  auto ledger = std::make_shared<Ledger>();
  const auto write = [](std::shared_ptr<Ledger> mine) {
    const std::shared_lock turn(mine->pages);  // given back before `mine` is
    const std::scoped_lock lock(mine->mutex);
    ++mine->entries;
  };
  std::thread first(write, ledger);
  std::thread second(write, std::exchange(ledger, nullptr));
  first.join();
  second.join();

  auto again = std::make_unique<std::mutex>();
  again->lock();
  again->unlock();
  again->~mutex();
  new (again.get()) std::mutex;
  std::thread third([&again] { const std::scoped_lock lock(*again); });
  third.join();
}
