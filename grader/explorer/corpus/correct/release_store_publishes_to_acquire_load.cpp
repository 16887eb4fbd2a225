// finding: none
// A release store publishes the plain text; a thread whose acquire load sees the flag may read it,
// one that does not see it leaves it alone.
#include <atomic>
#include <cassert>
#include <string>
#include <thread>

int main() {
  std::string text;  // written before published, read only after it was seen
  std::atomic<bool> published{false};

  auto read_if_there = [&] {
    // Pairs with the release store: what was written before it is visible here.
    if (published.load(std::memory_order_acquire)) {
      assert(text == "news");
    }
  };
  std::thread reader_a(read_if_there);
  std::thread reader_b(read_if_there);
  text = "news";
  published.store(true, std::memory_order_release);
  reader_a.join();
  reader_b.join();
}
