// package: libtbb-dev
// library: tbb::concurrent_bounded_queue
// drives: capacity 1: a producer that waits while it is full, a consumer that waits while it is empty; order
// flags: -ltbb
// needs: one run before `main`, for what the library makes once
// not-seen: how it waits, in its compiled part
// expect: all
#include <tbb/concurrent_queue.h>

#include <cassert>
#include <thread>

void produce_and_consume() {
  tbb::concurrent_bounded_queue<int> queue;
  queue.set_capacity(1);
  std::thread producer([&] {
    queue.push(1);
    queue.push(2);
  });
  for (int expected = 1; expected <= 2; ++expected) {
    int item = 0;
    queue.pop(item);
    assert(item == expected);
  }
  producer.join();
  assert(queue.empty());
}

const bool warm = [] {
  produce_and_consume();
  return true;
}();

int main() { produce_and_consume(); }
