// finding: none
// Both threads exchange their own parcel for what is in the slot; each parcel always has exactly
// one owner, who may change it plainly and frees it.
#include <atomic>
#include <cassert>
#include <memory>
#include <thread>

int main() {
  std::atomic<int*> slot{std::make_unique<int>(1).release()};

  auto trade = [&](int amount) {
    auto mine = std::make_unique<int>(amount);
    for (int i = 0; i < 2; ++i) {
      mine.reset(slot.exchange(mine.release()));
      *mine += 10;
    }
    return *mine;
  };
  int first_sum = 0;   // its thread's own until joined
  int second_sum = 0;  // likewise
  std::thread first([&] { first_sum = trade(2); });
  std::thread second([&] { second_sum = trade(3); });
  first.join();
  second.join();
  const std::unique_ptr<int> left(slot.load());

  assert(first_sum + second_sum + *left == 1 + 2 + 3 + 4 * 10);
}
