// finding: data-race
// The payload is plain, and an atomic flag announces it; the reader reads the payload only after it saw the flag.
// Both sides use memory_order_relaxed, so the flag orders nothing: write and read of the payload race.
#include <atomic>
#include <thread>

int main() {
  int payload = 0;
  std::atomic<bool> ready{false};
  int received = 0;
  std::thread producer([&] {
    payload = 7;
    ready.store(true, std::memory_order_relaxed);
  });
  std::thread consumer([&] {
    if (ready.load(std::memory_order_relaxed)) received = payload;
  });
  producer.join();
  consumer.join();
}
