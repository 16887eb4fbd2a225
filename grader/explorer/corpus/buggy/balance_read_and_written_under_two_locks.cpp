// finding: assertion
// A deposit reads the balance under the lock, gives the lock back, and writes the sum under the lock again.
// No access races; but another deposit that falls between the two is overwritten.
#include <cassert>
#include <mutex>
#include <thread>

class Account {
 public:
  int balance() {
    std::scoped_lock lock(mutex_);
    return balance_;
  }
  void set_balance(int balance) {
    std::scoped_lock lock(mutex_);
    balance_ = balance;
  }

 private:
  std::mutex mutex_;
  int balance_ = 0;  // guarded by mutex_
};

int main() {
  Account account;
  const auto deposit = [&](int amount) { account.set_balance(account.balance() + amount); };
  std::thread first([&] { deposit(10); });
  std::thread second([&] { deposit(20); });
  first.join();
  second.join();
  assert(account.balance() == 30);
}
