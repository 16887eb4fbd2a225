// package: libatomic-queue-dev
// library: atomic_queue::AtomicQueue2
// drives: its totally ordered mode, capacity 2: two producers, one of two items; order of each producer
// expect: assertion
// finds: a producer's second item comes out before its first
#include <atomic_queue/atomic_queue.h>

#include <cassert>
#include <thread>

int main() {
  constexpr bool kTotalOrder = true;
  atomic_queue::AtomicQueue2<int, 2, true, true, kTotalOrder> queue;
  std::thread one([&] { queue.push(10); });
  std::thread two([&] {
    queue.push(20);
    queue.push(21);
  });
  int last = 0;
  for (int taken = 0; taken < 3; ++taken) {
    const int item = queue.pop();
    assert(item != 20 || last != 21);
    if (item >= 20) last = item;
  }
  one.join();
  two.join();
}
