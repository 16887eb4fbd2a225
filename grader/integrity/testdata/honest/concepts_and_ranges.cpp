#include <concepts>
#include <span>
#include <vector>
template <std::integral T>
T half(T x) {
  return x / 2;
}
template <class T>
concept Summable = requires(T a, T b) {
  { a + b } -> std::convertible_to<T>;
};
template <Summable T>
T sum_of(std::span<const T> v) {
  T s{};
  for (const T& x : v) s = s + x;
  return s;
}
int even_sum(const std::vector<int>& v) { return half(sum_of<int>(v)); }
