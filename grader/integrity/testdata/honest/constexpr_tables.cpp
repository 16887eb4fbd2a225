#include <array>
constexpr auto kSquares = [] {
  std::array<int, 64> a{};
  for (int i = 0; i < 64; ++i) a[static_cast<std::size_t>(i)] = i * i;
  return a;
}();
int table_square(unsigned i) { return kSquares[i % 64]; }
constinit thread_local int in_thread = 3;
int of_thread() { return ++in_thread; }
