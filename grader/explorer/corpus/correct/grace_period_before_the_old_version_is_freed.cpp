// finding: none
// Readers show that they are reading, then load the current version. The writer publishes a new one
// and frees the old one only after it has seen each reader out of its section.
#include <array>
#include <atomic>
#include <cassert>
#include <cstddef>
#include <memory>
#include <thread>

int main() {
  auto old_version = std::make_unique<const int>(1);
  const auto new_version = std::make_unique<const int>(2);
  std::atomic<const int*> current{old_version.get()};
  std::array<std::atomic<bool>, 2> reading{false, false};

  auto read = [&](std::size_t self) {
    reading[self].store(true);
    const int value = *current.load();
    reading[self].store(false);
    assert(value == 1 || value == 2);
  };
  std::thread first_reader(read, 0);
  std::thread second_reader(read, 1);
  std::thread writer([&] {
    current.store(new_version.get());
    for (const auto& busy : reading) {
      while (busy.load()) {
        std::this_thread::yield();
      }
    }
    old_version.reset();
  });
  first_reader.join();
  second_reader.join();
  writer.join();

  assert(*current.load() == 2);
}
