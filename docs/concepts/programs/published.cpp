#include <atomic>
#include <cassert>
#include <thread>

int answer = 0;
std::atomic<bool> ready = false;

int main() {
  std::thread writer([] {
    answer = 42;
    ready.store(true, std::memory_order_release);  // pairs with the load: the answer comes before it
  });
  if (ready.load(std::memory_order_acquire)) assert(answer == 42);
  writer.join();
}
