#include <bit>
#include <bitset>
#include <optional>
#include <variant>
union Word {
  float f;
  unsigned u;
};
unsigned bits_of(float x) {
  std::variant<int, float> v = x;
  std::optional<int> o;
  return std::bit_cast<unsigned>(std::get<float>(v)) +
         static_cast<unsigned>(std::popcount(7U) + o.value_or(0) + std::bitset<9>(3).count());
}
