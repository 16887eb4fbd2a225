#include <array>
#include <memory_resource>
#include <vector>
int sum_in_arena() {
  std::array<std::byte, 1024> room;
  std::pmr::monotonic_buffer_resource arena(room.data(), room.size());
  std::pmr::vector<int> v({1, 2, 3}, &arena);
  return v[0] + v[2];
}
