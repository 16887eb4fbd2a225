#include <cstdio>
#include <mutex>
#include <thread>

std::mutex mutex;
int balance = 100;

bool pay(int amount) {
  const std::scoped_lock lock(mutex);
  if (balance < amount) return false;
  balance -= amount;
  return true;
}

int main() {
  std::thread one([] { pay(80); });
  std::thread two([] { pay(30); });
  one.join();
  two.join();
  std::printf("%d\n", balance);
}
