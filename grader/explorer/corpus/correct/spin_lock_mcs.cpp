// finding: none
// An MCS lock: each waiter hangs its own node on the tail and spins on that node only; the holder
// passes the lock to its successor, waiting for one that has not yet linked itself in.
#include <atomic>
#include <cassert>
#include <thread>

struct Node {
  std::atomic<Node*> next{nullptr};
  std::atomic<bool> waiting{true};
};
void lock(std::atomic<Node*>& tail, Node& mine) {
  if (Node* before = tail.exchange(&mine)) {
    before->next.store(&mine);
    while (mine.waiting.load()) {
      std::this_thread::yield();
    }
  }
}

void unlock(std::atomic<Node*>& tail, Node& mine) {
  Node* last = &mine;
  if (!tail.compare_exchange_strong(last, nullptr)) {  // somebody is behind
    while (mine.next.load() == nullptr) {
      std::this_thread::yield();
    }
    mine.next.load()->waiting.store(false);
  }
}

int main() {
  std::atomic<Node*> tail{nullptr};
  int counter = 0;  // guarded by the lock
  auto add = [&] {
    Node mine;
    lock(tail, mine);
    ++counter;
    unlock(tail, mine);
  };
  std::thread first(add);
  std::thread second(add);
  first.join();
  second.join();
  assert(counter == 2);
}
