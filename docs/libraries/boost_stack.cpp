// package: libboost-dev
// library: boost::lockfree::stack
// drives: two threads that each push an item and pop one, with a third item in it, so that nodes are used again (ABA);
//   each item once
// options: --atomics-only
// needs: without it `data-race`, on purpose: of a node that another thread has just put among the free ones
// expect: none
#include <boost/lockfree/stack.hpp>
#include <cassert>
#include <thread>

int main() {
  boost::lockfree::stack<int> stack(3);
  assert(stack.push(4));
  int taken[2] = {0, 0};
  const auto pop_and_push = [&](int self) {
    assert(stack.push(self + 1));
    assert(stack.pop(taken[self]));
  };
  std::thread one(pop_and_push, 0);
  std::thread two(pop_and_push, 1);
  one.join();
  two.join();
  int last = 0;
  assert(stack.pop(last));
  assert(taken[0] + taken[1] + last == 7);
  assert(stack.empty());
}
