// finding: none
// Each thread sets its relaxed flag, passes a seq_cst fence and looks at the other flag: one of the
// fences comes first, so at least one thread sees the other's flag.
#include <atomic>
#include <cassert>
#include <thread>

int main() {
  std::atomic<bool> left{false};
  std::atomic<bool> right{false};
  bool left_saw = false;   // its thread's own until joined
  bool right_saw = false;  // likewise

  auto set_and_look = [](std::atomic<bool>& mine, std::atomic<bool>& other, bool& saw) {
    mine.store(true, std::memory_order_relaxed);
    std::atomic_thread_fence(std::memory_order_seq_cst);
    saw = other.load(std::memory_order_relaxed);
  };
  std::thread left_thread([&] { set_and_look(left, right, left_saw); });
  std::thread right_thread([&] { set_and_look(right, left, right_saw); });
  left_thread.join();
  right_thread.join();

  assert(left_saw || right_saw);
}
