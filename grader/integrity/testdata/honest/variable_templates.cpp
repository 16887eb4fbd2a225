#include <array>
#include <cstddef>
#include <string>

namespace variable_templates {

template <std::size_t N>
constexpr std::array<int, N> kSquares = [] {
  std::array<int, N> squares{};
  for (std::size_t i = 0; i < N; ++i) squares[i] = static_cast<int>(i * i);
  return squares;
}();

template <class T>
inline std::string label = "of no type";
template <>
inline std::string label<int> = "of int";

std::string text() { return label<int> + label<char> + std::to_string(kSquares<8>[7]); }

}  // namespace variable_templates
