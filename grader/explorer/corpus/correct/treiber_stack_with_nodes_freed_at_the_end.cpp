// finding: none
// A Treiber stack whose nodes belong to main and are pushed once each: no node is freed or reused
// while threads run, so neither a dangling pointer nor the ABA problem can arise.
#include <array>
#include <atomic>
#include <cassert>
#include <thread>

struct Node {
  int value;
  Node* next = nullptr;
};

int main() {
  std::array<Node, 3> nodes{Node{1}, Node{2}, Node{4}};
  std::atomic<Node*> top{nullptr};

  auto push = [&](Node& node) {
    node.next = top.load();
    while (!top.compare_exchange_weak(node.next, &node)) {
    }
  };
  auto pop = [&] {
    Node* first = top.load();
    while (first != nullptr && !top.compare_exchange_weak(first, first->next)) {
    }
    return first != nullptr ? first->value : 0;
  };
  push(nodes[0]);
  int popped = 0;  // the popper's own until it is joined
  std::thread pusher([&] {
    push(nodes[1]);
    push(nodes[2]);
  });
  std::thread popper([&] { popped = pop() + pop(); });
  pusher.join();
  popper.join();

  assert(popped + pop() + pop() == 7);
  assert(pop() == 0);
}
