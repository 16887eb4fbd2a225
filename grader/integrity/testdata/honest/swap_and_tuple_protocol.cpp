#include <tuple>
#include <utility>
struct Pair2 {
  int a, b;
};
void swap(Pair2& x, Pair2& y) noexcept {
  std::swap(x.a, y.a);
  std::swap(x.b, y.b);
}
template <std::size_t I>
int get(const Pair2& p) {
  return I == 0 ? p.a : p.b;
}
template <>
struct std::tuple_size<Pair2> {
  static constexpr std::size_t value = 2;
};
template <std::size_t I>
struct std::tuple_element<I, Pair2> {
  using type = int;
};
int both_of(const Pair2& p) {
  auto [a, b] = p;
  return a + b;
}
