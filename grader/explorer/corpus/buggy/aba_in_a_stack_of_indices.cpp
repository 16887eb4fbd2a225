// finding: assertion
// A lock-free stack of numbered nodes: pop reads top and top's successor, and swings top with a compare-exchange.
// While one thread sleeps before its exchange, the other pops 0 and 1 and pushes 0 back: top is 0 again, the
// exchange succeeds, and the stale successor 1, which the other thread owns, becomes the top (the ABA problem).
#include <array>
#include <atomic>
#include <cassert>
#include <thread>

constexpr int kNone = -1;

class IndexStack {
 public:
  int pop() {
    int top = top_;
    while (top != kNone && !top_.compare_exchange_strong(top, next_[top])) {
    }
    return top;
  }
  void push(int node) {
    int top = top_;
    do {
      next_[node] = top;
    } while (!top_.compare_exchange_strong(top, node));
  }

 private:
  std::atomic<int> top_{0};
  std::array<std::atomic<int>, 3> next_{1, 2, kNone};
};

int main() {
  IndexStack stack;
  int kept = kNone;
  std::thread sleeper([&] { stack.pop(); });
  std::thread other([&] {
    const int node = stack.pop();
    kept = stack.pop();
    if (node != kNone) stack.push(node);
  });
  sleeper.join();
  other.join();
  for (int node = stack.pop(); node != kNone; node = stack.pop()) assert(node != kept);
}
