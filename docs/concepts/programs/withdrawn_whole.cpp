#include <cassert>
#include <mutex>
#include <thread>

std::mutex mutex;
int balance = 100;  // guarded by mutex

void withdraw(int amount) {
  const std::scoped_lock lock(mutex);
  if (balance >= amount) balance -= amount;
}

int main() {
  std::thread other(withdraw, 80);
  withdraw(80);
  other.join();
  assert(balance == 20);
}
