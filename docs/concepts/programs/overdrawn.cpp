#include <atomic>
#include <cassert>
#include <thread>

std::atomic<int> balance = 100;

void withdraw(int amount) {
  if (balance >= amount) balance -= amount;
}

int main() {
  std::thread other(withdraw, 80);
  withdraw(80);
  other.join();
  assert(balance == 20);
}
