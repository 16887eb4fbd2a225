// package: libcds-dev
// library: cds::container::VyukovMPMCCycleQueue
// drives: capacity 2: two producers, one of two items, that try again while it is full; order of each producer
// flags: -lcds
// expect: none
#include <cds/container/vyukov_mpmc_cycle_queue.h>

#include <cassert>
#include <thread>

int main() {
  cds::container::VyukovMPMCCycleQueue<int> queue(2);
  const auto enqueue = [&](int item) {
    while (!queue.enqueue(item)) std::this_thread::yield();
  };
  std::thread one([&] { enqueue(10); });
  std::thread two([&] {
    enqueue(20);
    enqueue(21);
  });
  int last = 0;
  for (int taken = 0; taken < 3; ++taken) {
    int item = 0;
    while (!queue.dequeue(item)) std::this_thread::yield();
    assert(item != 20 || last != 21);
    if (item >= 20) last = item;
  }
  one.join();
  two.join();
  assert(queue.empty());
}
