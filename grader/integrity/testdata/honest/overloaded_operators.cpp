#include <compare>
#include <ostream>
struct Money {
  long cents;
  auto operator<=>(const Money&) const = default;
  Money& operator+=(Money o) {
    cents += o.cents;
    return *this;
  }
};
Money operator+(Money a, Money b) { return a += b; }
std::ostream& operator<<(std::ostream& out, Money m) { return out << m.cents / 100 << '.' << m.cents % 100; }
bool operator!(Money m) { return m.cents == 0; }
