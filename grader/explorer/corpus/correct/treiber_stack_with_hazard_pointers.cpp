// finding: none
// Two threads pop and free nodes of a Treiber stack. Each shows in its hazard pointer which node it
// looks at; the thread that has popped a node frees it only when the other does not look at it.
#include <array>
#include <atomic>
#include <cassert>
#include <cstddef>
#include <thread>

struct Node {
  int value;
  Node* next;
};

int main() {
  std::atomic<Node*> top{new Node{1, new Node{2, nullptr}}};
  std::array<std::atomic<Node*>, 2> hazard{nullptr, nullptr};

  auto pop_and_free = [&](std::size_t self, int& value) {
    Node* first = top.load();
    while (first != nullptr) {
      hazard[self].store(first);
      Node* now = top.load();  // still on top? Then it cannot be freed until we let go.
      if (now == first && top.compare_exchange_strong(now, first->next)) {
        break;
      }
      first = now;
    }
    value = first != nullptr ? first->value : 0;
    hazard[self].store(nullptr);
    while (first != nullptr && hazard[1 - self].load() == first) {
      std::this_thread::yield();
    }
    delete first;
  };
  int ann_got = 0;  // its thread's own until joined
  int bob_got = 0;  // likewise
  std::thread ann([&] { pop_and_free(0, ann_got); });
  std::thread bob([&] { pop_and_free(1, bob_got); });
  ann.join();
  bob.join();

  assert(ann_got + bob_got == 3);
  assert(top.load() == nullptr);
}
