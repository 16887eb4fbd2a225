#include <string>
enum class Colour : unsigned char { kRed, kBlue };
constexpr long operator""_km(unsigned long long n) { return static_cast<long>(n) * 1000; }
std::string operator""_twice(const char* s, std::size_t n) { return std::string(s, n) + s; }
long far() { return 3_km + static_cast<long>("ab"_twice.size()) + static_cast<long>(Colour::kBlue); }
