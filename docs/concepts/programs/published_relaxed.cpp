#include <atomic>
#include <cassert>
#include <thread>

int answer = 0;
std::atomic<bool> ready = false;

int main() {
  std::thread writer([] {
    answer = 42;
    ready.store(true, std::memory_order_relaxed);
  });
  if (ready.load(std::memory_order_relaxed)) assert(answer == 42);
  writer.join();
}
