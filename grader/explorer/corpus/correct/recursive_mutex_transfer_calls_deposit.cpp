// finding: none
// A public function that holds the lock calls another public function that takes it again, which a
// recursive mutex allows.
#include <cassert>
#include <mutex>
#include <thread>

class Account {
 public:
  void deposit(int amount) {
    std::lock_guard lock(mutex_);
    balance_ += amount;
  }
  void deposit_with_bonus(int amount) {
    std::lock_guard lock(mutex_);
    deposit(amount);
    deposit(1);
  }
  int balance() {
    std::lock_guard lock(mutex_);
    return balance_;
  }

 private:
  std::recursive_mutex mutex_;
  int balance_ = 0;  // guarded by mutex_
};

int main() {
  Account account;
  std::thread with_bonus([&] { account.deposit_with_bonus(10); });
  std::thread plain([&] { account.deposit(5); });
  with_bonus.join();
  plain.join();
  assert(account.balance() == 16);
}
