// finding: none
// A Michael-Scott queue: two threads append, helping a tail that lags behind, and main takes out.
// The nodes are used once and live until all are joined.
#include <array>
#include <atomic>
#include <cassert>
#include <thread>

struct Node {
  int value = 0;
  std::atomic<Node*> next{nullptr};
};

int main() {
  std::array<Node, 3> nodes;  // the first one is the dummy
  std::atomic<Node*> head{&nodes[0]};
  std::atomic<Node*> tail{&nodes[0]};

  auto append = [&](Node& node, int value) {
    node.value = value;
    Node* last = tail.load();
    Node* next = nullptr;
    while (!last->next.compare_exchange_strong(next, &node)) {
      tail.compare_exchange_strong(last, next);  // help; last is then stale or the old tail
      last = tail.load();
      next = nullptr;
    }
    tail.compare_exchange_strong(last, &node);
  };
  auto take = [&] {
    Node* next = head.load()->next.load();  // one taker only
    if (next == nullptr) {
      return 0;
    }
    head.store(next);
    return next->value;
  };
  std::thread first([&] { append(nodes[1], 1); });
  std::thread second([&] { append(nodes[2], 2); });
  const int early = take() + take();
  first.join();
  second.join();
  assert(early + take() + take() == 3);
}
