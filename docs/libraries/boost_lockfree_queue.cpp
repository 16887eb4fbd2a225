// package: libboost-dev
// library: boost::lockfree::queue
// drives: two threads that each push an item and pop one, so that nodes are used again; each item once
// options: --atomics-only
// needs: without it `data-race`, on purpose: of a node that another thread has just put among the free ones
// expect: none
#include <boost/lockfree/queue.hpp>
#include <cassert>
#include <thread>

int main() {
  boost::lockfree::queue<int> queue(2);
  int taken[2] = {0, 0};
  const auto push_and_pop = [&](int self) {
    assert(queue.push(self + 1));
    assert(queue.pop(taken[self]));
  };
  std::thread one(push_and_pop, 0);
  std::thread two(push_and_pop, 1);
  one.join();
  two.join();
  assert(taken[0] + taken[1] == 3);
  assert(taken[0] != 0 && taken[1] != 0);
  assert(queue.empty());
}
