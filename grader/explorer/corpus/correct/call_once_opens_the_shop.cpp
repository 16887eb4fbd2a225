// finding: none
// Two threads both want to make the list; call_once lets one do it and the other wait until it is
// there. Both read it without a lock.
#include <cassert>
#include <mutex>
#include <thread>
#include <vector>

int main() {
  std::once_flag made;
  std::vector<int> prices;  // written once, inside call_once
  int times = 0;            // likewise

  auto look_up = [&] {
    std::call_once(made, [&] {
      ++times;
      prices = {2, 3, 5};
    });
    assert(prices.size() == 3);
    assert(prices[2] == 5);
  };
  std::thread first(look_up);
  std::thread second(look_up);
  first.join();
  second.join();

  assert(times == 1);
}
