// finding: assertion
// The reader yields once, so that the other thread has stored the value before it looks.
// A yield is a hint: the reader may go on at once.
#include <atomic>
#include <cassert>
#include <thread>

int main() {
  std::atomic<int> value{0};
  std::thread reader([&] {
    std::this_thread::yield();
    assert(value.load() == 1);
  });
  value.store(1);
  reader.join();
}
