// finding: none
// A CLH lock: each thread puts its node at the tail and spins on the node before it. The nodes live
// in main until all are joined, so none is looked at after its end.
#include <array>
#include <atomic>
#include <cassert>
#include <cstddef>
#include <thread>

struct Node {
  std::atomic<bool> busy{true};
};

int main() {
  std::array<Node, 3> nodes;
  Node free_node;
  free_node.busy.store(false);
  std::atomic<Node*> tail{&free_node};
  int counter = 0;  // guarded by the lock

  auto add = [&](std::size_t self) {
    Node& mine = nodes[self];
    const Node* before = tail.exchange(&mine, std::memory_order_acq_rel);
    while (before->busy.load(std::memory_order_acquire)) {  // pairs with the store below
      std::this_thread::yield();
    }
    ++counter;
    mine.busy.store(false, std::memory_order_release);
  };
  std::thread first(add, 0);
  std::thread second(add, 1);
  std::thread third(add, 2);
  first.join();
  second.join();
  third.join();

  assert(counter == 3);
}
