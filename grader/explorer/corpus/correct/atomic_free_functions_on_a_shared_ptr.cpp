// finding: none
// An ordinary shared_ptr variable that both threads touch only through the library's atomic free
// functions; a lost race is noticed by the compare-exchange and tried again.
#include <cassert>
#include <memory>
#include <thread>

int main() {
  auto total = std::make_shared<const int>(1);  // while threads run, by free functions only

  auto add = [&](int amount) {
    std::shared_ptr<const int> old_total = std::atomic_load(&total);
    std::shared_ptr<const int> new_total;
    do {
      new_total = std::make_shared<const int>(*old_total + amount);
    } while (!std::atomic_compare_exchange_weak(&total, &old_total, new_total));
  };
  std::thread tens(add, 10);
  std::thread twenties(add, 20);
  tens.join();
  twenties.join();

  assert(*total == 31);
}
