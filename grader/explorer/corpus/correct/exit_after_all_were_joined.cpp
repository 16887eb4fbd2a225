// finding: none
// std::exit at the end, deep in a call and under a lock, when every thread was joined: the program is over, as it is
// when main returns. Static objects are destroyed.
#include <cassert>
#include <cstdlib>
#include <mutex>
#include <thread>

namespace {

struct Ledger {
  int entries = 0;
  ~Ledger() { assert(entries == 2); }
};

std::mutex mutex;

Ledger& ledger() {
  static Ledger the_ledger;  // guarded by mutex
  return the_ledger;
}

void finish() {
  const std::scoped_lock lock(mutex);
  std::exit(ledger().entries == 2 ? EXIT_SUCCESS : EXIT_FAILURE);
}

}  // namespace

int main() {
  const auto write = [] {
    const std::scoped_lock lock(mutex);
    ++ledger().entries;
  };
  std::thread first(write);
  std::thread second(write);
  first.join();
  second.join();
  finish();
}
