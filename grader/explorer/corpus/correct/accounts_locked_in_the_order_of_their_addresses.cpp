// finding: none
// Two accounts that two threads open on the heap; each transfer locks the one at the lower address first. Which one
// that is must be the same whenever a schedule is run again.
#include <cassert>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

struct Account {
  std::mutex mutex;
  long balance = 100;
};

void transfer(Account& from, Account& to, long amount) {
  const bool from_is_first = std::less<>{}(&from, &to);
  const std::lock_guard first(from_is_first ? from.mutex : to.mutex);
  const std::lock_guard second(from_is_first ? to.mutex : from.mutex);
  from.balance -= amount;
  to.balance += amount;
}

int main() {
  std::vector<char> beside(20'000);
  std::vector<std::unique_ptr<Account>> accounts;
  for (int i = 0; i < 4; ++i) {
    accounts.push_back(std::make_unique<Account>());
    beside.resize(beside.size() + 5000);
  }
  std::thread there([&] {
    transfer(*accounts[0], *accounts[1], 10);
    transfer(*accounts[2], *accounts[3], 10);
  });
  std::thread back([&] {
    transfer(*accounts[1], *accounts[0], 30);
    transfer(*accounts[3], *accounts[0], 30);
  });
  there.join();
  back.join();
  assert(accounts[0]->balance == 150 && accounts[3]->balance == 80);
}
