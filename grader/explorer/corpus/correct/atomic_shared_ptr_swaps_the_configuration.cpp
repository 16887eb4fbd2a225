// finding: none
// thread-sanitizer: false alarm
// The writer replaces the configuration, which is never changed in place; a reader keeps the one it
// loaded alive for as long as it looks at it. (The alarm is about the library's own lock bit.)
#include <atomic>
#include <cassert>
#include <memory>
#include <thread>

struct Config {
  int width;
  int area;
};

int main() {
  std::atomic<std::shared_ptr<const Config>> current{std::make_shared<const Config>(Config{2, 4})};

  auto read = [&] {
    const std::shared_ptr<const Config> config = current.load();
    assert(config->area == config->width * config->width);
  };
  std::thread reader_a(read);
  std::thread reader_b(read);
  std::thread writer([&] { current.store(std::make_shared<const Config>(Config{3, 9})); });
  reader_a.join();
  reader_b.join();
  writer.join();

  assert(current.load()->width == 3);
}
