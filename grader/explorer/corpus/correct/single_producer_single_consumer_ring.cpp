// finding: none
// A ring of plain elements between one producer and one consumer: each writes its own index with
// release and reads the other's with acquire, so an element changes hands before it is touched.
#include <array>
#include <atomic>
#include <cassert>
#include <cstddef>
#include <thread>

int main() {
  std::array<int, 2> ring{};
  std::atomic<std::size_t> written{0};
  std::atomic<std::size_t> taken{0};

  std::thread producer([&] {
    for (std::size_t i = 0; i < 3; ++i) {
      while (i - taken.load(std::memory_order_acquire) == ring.size()) {  // the place is free
        std::this_thread::yield();
      }
      ring[i % ring.size()] = static_cast<int>(i) + 1;
      written.store(i + 1, std::memory_order_release);  // the element is there
    }
  });
  std::thread consumer([&] {
    for (std::size_t i = 0; i < 3; ++i) {
      while (written.load(std::memory_order_acquire) == i) {  // pairs with the producer's store
        std::this_thread::yield();
      }
      assert(ring[i % ring.size()] == static_cast<int>(i) + 1);
      taken.store(i + 1, std::memory_order_release);  // pairs with the producer's load
    }
  });
  producer.join();
  consumer.join();
}
