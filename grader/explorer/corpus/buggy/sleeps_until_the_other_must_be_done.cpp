// finding: assertion
// busy-machine: yes
// The reader sleeps for 100 ms, by when the other thread has surely stored the value.
// On a busy machine that thread may not have run yet.
#include <atomic>
#include <cassert>
#include <chrono>
#include <thread>

int main() {
  std::atomic<int> value{0};
  std::thread writer([&] { value.store(1); });
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  assert(value.load() == 1);
  writer.join();
}
