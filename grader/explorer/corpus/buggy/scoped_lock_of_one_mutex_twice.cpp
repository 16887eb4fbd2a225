// finding: lock-misuse
// A transfer locks both accounts together. Both are the same one here, and std::lock tries for its mutex, which it
// already holds, again and again.
#include <mutex>
#include <thread>

struct Account {
  std::mutex mutex;
  int balance = 0;
};

void transfer(Account& from, Account& to, int amount) {
  const std::scoped_lock lock(from.mutex, to.mutex);
  from.balance -= amount;
  to.balance += amount;
}

int main() {
  Account one;
  std::thread payer([&] { transfer(one, one, 5); });
  payer.join();
}
