// finding: deadlock
// Two transfers in opposite directions lock the account they take from first, then the one they give to.
// Each can hold its first lock and wait for ever for the other's.
#include <mutex>
#include <thread>

struct Account {
  std::mutex mutex;
  int balance = 100;  // guarded by mutex
};

void transfer(Account& from, Account& to, int amount) {
  std::scoped_lock take(from.mutex);
  std::scoped_lock give(to.mutex);
  from.balance -= amount;
  to.balance += amount;
}

int main() {
  Account alice;
  Account bob;
  std::thread there([&] { transfer(alice, bob, 10); });
  std::thread back([&] { transfer(bob, alice, 20); });
  there.join();
  back.join();
}
