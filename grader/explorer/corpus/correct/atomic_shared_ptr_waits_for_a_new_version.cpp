// finding: none
// thread-sanitizer: false alarm
// A reader sleeps on an atomic shared pointer until it holds something; the writer stores and wakes
// it. (The alarm is about the library's own lock bit.)
#include <atomic>
#include <cassert>
#include <memory>
#include <thread>

int main() {
  std::atomic<std::shared_ptr<const int>> current;

  auto read = [&] {
    std::shared_ptr<const int> seen = current.load();
    while (seen == nullptr) {
      current.wait(nullptr);
      seen = current.load();
    }
    assert(*seen == 8);
  };
  std::thread reader_a(read);
  std::thread reader_b(read);
  std::thread writer([&] {
    current.store(std::make_shared<const int>(8));
    current.notify_all();
  });
  reader_a.join();
  reader_b.join();
  writer.join();
}
