// finding: none
// thread-sanitizer: false alarm
// A Treiber stack whose links are counted pointers: a popper keeps the node it looks at alive, so
// it can be neither freed nor reused under it. (The alarm is about the library's own lock bit.)
#include <atomic>
#include <cassert>
#include <memory>
#include <thread>

struct Node {
  int value;
  std::shared_ptr<Node> next;
};

int main() {
  std::atomic<std::shared_ptr<Node>> top;

  auto push = [&](int value) {
    auto node = std::make_shared<Node>(Node{value, top.load()});
    while (!top.compare_exchange_strong(node->next, node)) {
    }
  };
  auto pop = [&] {
    std::shared_ptr<Node> first = top.load();
    while (first && !top.compare_exchange_strong(first, first->next)) {
    }
    return first ? first->value : 0;
  };
  push(1);
  int ann_got = 0;  // its thread's own until joined
  int bob_got = 0;  // likewise
  std::thread ann([&] { ann_got = pop(); });
  std::thread bob([&] {
    push(2);
    bob_got = pop();
  });
  ann.join();
  bob.join();

  assert(ann_got + bob_got + pop() == 3);
}
