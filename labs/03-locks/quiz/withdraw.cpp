#include <cstdio>
#include <mutex>
#include <thread>

std::mutex mutex;
int balance = 100;

bool can_pay(int amount) {
  const std::scoped_lock lock(mutex);
  return balance >= amount;
}

void pay(int amount) {
  const std::scoped_lock lock(mutex);
  balance -= amount;
}

int main() {
  const auto buy = [] {
    if (can_pay(80)) pay(80);
  };
  std::thread one(buy);
  std::thread two(buy);
  one.join();
  two.join();
  std::printf("%d\n", balance);
}
