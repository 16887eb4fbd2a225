// finding: memory
// A reader goes through a buffer up to the length that the writer has announced, which counts a closing zero that the
// buffer has no room for. Each access is locked.
#include <cstddef>
#include <memory>
#include <mutex>
#include <thread>

int main() {
  std::mutex mutex;
  const auto buffer = std::make_unique<char[]>(5);  // guarded by mutex
  std::size_t length = 0;                           // guarded by mutex
  std::thread writer([&] {
    const std::scoped_lock lock(mutex);
    for (std::size_t i = 0; i < 5; ++i) buffer[i] = 'a';
    length = 5 + 1;
  });
  int letters = 0;
  {
    const std::scoped_lock lock(mutex);
    for (std::size_t i = 0; i < length; ++i) letters += buffer[i] == 'a' ? 1 : 0;
  }
  writer.join();
  return letters == 0 || letters == 5 ? 0 : 1;
}
