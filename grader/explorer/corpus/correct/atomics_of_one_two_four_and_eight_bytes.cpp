// finding: none
// Four atomics of different sizes, each added to by both threads; no addition is lost, and small
// types wrap around as unsigned numbers do.
#include <atomic>
#include <cassert>
#include <cstdint>
#include <thread>

int main() {
  std::atomic<std::uint8_t> one_byte{254};
  std::atomic<std::uint16_t> two_bytes{65535};
  std::atomic<std::uint32_t> four_bytes{7};
  std::atomic<std::uint64_t> eight_bytes{0};

  auto add = [&] {
    one_byte.fetch_add(1);
    two_bytes.fetch_add(1);
    four_bytes.fetch_sub(1);
    eight_bytes.fetch_add(std::uint64_t{1} << 40);
  };
  std::thread first(add);
  std::thread second(add);
  first.join();
  second.join();

  assert(one_byte == 0);
  assert(two_bytes == 1);
  assert(four_bytes == 5);
  assert(eight_bytes == std::uint64_t{2} << 40);
}
