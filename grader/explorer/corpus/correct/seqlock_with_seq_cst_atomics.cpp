// finding: none
// The writer makes the version odd while it changes the pair; a reader that sees an odd version, or
// a different one afterwards, tries again. The pair itself is atomic, so nothing races.
#include <atomic>
#include <cassert>
#include <thread>

int main() {
  std::atomic<unsigned> version{0};
  std::atomic<int> low{0};
  std::atomic<int> high{0};

  std::thread writer([&] {
    for (int i = 1; i <= 2; ++i) {
      version.fetch_add(1);
      low.store(i);
      high.store(10 * i);
      version.fetch_add(1);
    }
  });
  std::thread reader([&] {
    unsigned before = 0;
    int seen_low = 0;
    int seen_high = 0;
    do {
      before = version.load();
      seen_low = low.load();
      seen_high = high.load();
    } while (before % 2 != 0 || version.load() != before);
    assert(seen_high == 10 * seen_low);
  });
  writer.join();
  reader.join();
}
