// finding: none
// The owner pushes and pops at the bottom, the thief steals at the top, all seq_cst. For the last
// task both must win the exchange on top, so no task is done twice or forgotten.
#include <array>
#include <atomic>
#include <cassert>
#include <thread>

int main() {
  std::array<int, 2> tasks{};  // an element is written once, before bottom passes it
  std::atomic<int> top{0};
  std::atomic<int> bottom{0};
  auto push = [&](int task) {
    const int place = bottom.load();
    tasks[place] = task;
    bottom.store(place + 1);
  };
  auto pop = [&] {
    const int place = bottom.load() - 1;
    bottom.store(place);
    int first = top.load();
    if (first < place) {
      return tasks[place];
    }
    const bool won = first == place && top.compare_exchange_strong(first, first + 1);
    bottom.store(place + 1);
    return won ? tasks[place] : 0;
  };
  auto steal = [&] {
    int first = top.load();
    const bool any = first < bottom.load();
    return any && top.compare_exchange_strong(first, first + 1) ? tasks[first] : 0;
  };
  int owner_sum = 0;  // its thread's own until joined
  int thief_sum = 0;  // likewise
  push(1);
  std::thread owner([&] {
    push(2);
    owner_sum = pop() + pop();
  });
  std::thread thief([&] { thief_sum = steal() + steal(); });
  owner.join();
  thief.join();
  assert(owner_sum + thief_sum == 3);
}
