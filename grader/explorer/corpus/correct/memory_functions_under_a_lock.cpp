// finding: none
// Threads fill, copy and compare the same blocks through the C library, one at a time.
#include <array>
#include <cassert>
#include <cstring>
#include <mutex>
#include <string>
#include <thread>

int main() {
  std::mutex mutex;
  std::array<char, 64> one{};
  std::array<char, 64> other{};
  std::string name = "a name that does not fit into the string itself";
  std::size_t size = one.size();
  const auto work = [&](int byte) {
    const std::scoped_lock lock(mutex);
    std::memset(one.data(), byte, size);
    std::memcpy(other.data(), one.data(), size);
    assert(std::memcmp(one.data(), other.data(), size) == 0);
    name.append(std::strlen(name.c_str()) % 7, 'x');
  };
  std::thread first(work, 'a');
  std::thread second(work, 'b');
  first.join();
  second.join();
}
