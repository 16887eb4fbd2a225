// finding: assertion
// A seqlock: the writer makes the sequence number odd, writes both halves and makes it even again.
// The reader checks for an even number before it reads and not after: it can see half an update.
#include <atomic>
#include <cassert>
#include <thread>

int main() {
  std::atomic<unsigned> sequence{0};
  std::atomic<int> low{0};
  std::atomic<int> high{0};
  std::thread writer([&] {
    ++sequence;
    low = 1;
    high = 1;
    ++sequence;
  });
  std::thread reader([&] {
    while (sequence % 2 != 0) std::this_thread::yield();
    const int seen_low = low;
    const int seen_high = high;
    assert(seen_low == seen_high);
  });
  writer.join();
  reader.join();
}
