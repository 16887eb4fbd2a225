// finding: assertion
// memory: weak
// The message is an atomic, so nothing races. But the flag that says that it is there is relaxed, and orders nothing.
#include <atomic>
#include <cassert>
#include <thread>

int main() {
  std::atomic<int> message{0};
  std::atomic<bool> sent{false};
  std::thread sender([&] {
    message.store(42, std::memory_order_relaxed);
    sent.store(true, std::memory_order_relaxed);
  });
  if (sent.load(std::memory_order_relaxed)) assert(message.load(std::memory_order_relaxed) == 42);
  sender.join();
}
