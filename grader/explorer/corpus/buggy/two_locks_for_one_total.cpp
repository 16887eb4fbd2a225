// finding: data-race
// Both threads lock a mutex before they touch the total, and each locks a different one.
// Two different locks exclude nobody: the additions are unordered.
#include <mutex>
#include <thread>

int main() {
  std::mutex cash_mutex;
  std::mutex card_mutex;
  int total = 0;
  std::thread cash([&] {
    std::scoped_lock lock(cash_mutex);
    total += 5;
  });
  std::thread card([&] {
    std::scoped_lock lock(card_mutex);
    total += 9;
  });
  cash.join();
  card.join();
}
