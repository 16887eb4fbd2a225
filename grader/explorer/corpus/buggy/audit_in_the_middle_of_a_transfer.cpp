// finding: assertion
// Each account has a lock of its own and each access takes it; a transfer withdraws here and then deposits there.
// An audit that adds up the accounts between the two steps finds money missing.
#include <cassert>
#include <mutex>
#include <thread>

struct Account {
  std::mutex mutex;
  int balance = 50;  // guarded by mutex

  int change(int amount) {
    std::scoped_lock lock(mutex);
    return balance += amount;
  }
};

int main() {
  Account savings;
  Account checking;
  std::thread transfer([&] {
    savings.change(-20);
    checking.change(+20);
  });
  std::thread audit([&] {
    const int total = savings.change(0) + checking.change(0);
    assert(total == 100);
  });
  transfer.join();
  audit.join();
}
