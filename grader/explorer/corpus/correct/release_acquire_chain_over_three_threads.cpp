// finding: none
// The value passes through two flags and three threads: happens-before is transitive, so the last
// thread may read what the first one wrote though they share no flag.
#include <atomic>
#include <cassert>
#include <thread>

int main() {
  int value = 0;  // written before the first flag, read after the second
  std::atomic<bool> first_flag{false};
  std::atomic<bool> second_flag{false};

  auto wait_for = [](const std::atomic<bool>& flag) {
    while (!flag.load(std::memory_order_acquire)) {  // pairs with the store to the same flag
      std::this_thread::yield();
    }
  };
  std::thread writer([&] {
    value = 1;
    first_flag.store(true, std::memory_order_release);
  });
  std::thread middle([&] {
    wait_for(first_flag);
    second_flag.store(true, std::memory_order_release);
  });
  std::thread reader([&] {
    wait_for(second_flag);
    assert(value == 1);
  });
  writer.join();
  middle.join();
  reader.join();
}
