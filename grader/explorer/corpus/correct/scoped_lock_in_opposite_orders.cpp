// finding: none
// Two transfers name the same two locks in opposite orders; scoped_lock takes several locks without
// deadlock, whatever the order.
#include <cassert>
#include <mutex>
#include <thread>

struct Account {
  std::mutex mutex;
  int balance = 10;  // guarded by mutex
};

int main() {
  Account ann;
  Account bob;
  auto transfer = [](Account& from, Account& to, int amount) {
    std::scoped_lock lock(from.mutex, to.mutex);
    from.balance -= amount;
    to.balance += amount;
  };
  std::thread there([&] { transfer(ann, bob, 3); });
  std::thread back([&] { transfer(bob, ann, 4); });
  there.join();
  back.join();

  assert(ann.balance == 11);
  assert(bob.balance == 9);
}
