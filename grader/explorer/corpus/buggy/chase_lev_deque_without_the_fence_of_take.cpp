// finding: assertion
// memory: weak
// The work-stealing deque of Chase and Lev with the orders of Lê, Pop, Cohen and Zappa Nardelli (PPoPP 2013), but
// without the seq_cst fence of take(). The owner may see an old top after it has lowered the bottom: both get the last
// task.
#include <array>
#include <atomic>
#include <cassert>
#include <cstddef>
#include <thread>

constexpr auto kRelaxed = std::memory_order_relaxed;

class Deque {
 public:
  void push(int task) {
    const int bottom = bottom_.load(kRelaxed);
    at(bottom).store(task, kRelaxed);
    std::atomic_thread_fence(std::memory_order_release);
    bottom_.store(bottom + 1, kRelaxed);
  }

  int take() {
    const int bottom = bottom_.load(kRelaxed) - 1;
    bottom_.store(bottom, kRelaxed);
    int top = top_.load(kRelaxed);
    if (top > bottom) {
      bottom_.store(bottom + 1, kRelaxed);
      return 0;
    }
    const int task = at(bottom).load(kRelaxed);
    if (top < bottom) return task;
    const bool won = top_.compare_exchange_strong(top, top + 1, std::memory_order_seq_cst, kRelaxed);
    bottom_.store(bottom + 1, kRelaxed);
    return won ? task : 0;
  }

  int steal() {
    int top = top_.load(std::memory_order_acquire);
    std::atomic_thread_fence(std::memory_order_seq_cst);
    const int bottom = bottom_.load(std::memory_order_acquire);
    if (top >= bottom) return 0;
    const int task = at(top).load(kRelaxed);
    const bool won = top_.compare_exchange_strong(top, top + 1, std::memory_order_seq_cst, kRelaxed);
    return won ? task : 0;
  }

 private:
  std::atomic<int>& at(int place) { return tasks_[static_cast<std::size_t>(place)]; }

  std::atomic<int> top_{0};
  std::atomic<int> bottom_{0};
  std::array<std::atomic<int>, 4> tasks_{};
};

int main() {
  Deque deque;
  int stolen = 0;  // its thread's own until joined
  deque.push(1);
  deque.push(2);
  std::thread thief([&] { stolen = deque.steal() + deque.steal(); });
  const int taken = deque.take();
  thief.join();
  assert(taken + stolen + deque.take() == 3);  // each task is done once
}
