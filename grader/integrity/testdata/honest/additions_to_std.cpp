#include <algorithm>
#include <compare>
#include <functional>
#include <limits>
#include <memory>
struct Weight {
  int grams;
};
namespace std {
inline void swap(Weight& a, Weight& b) {
  int g = a.grams;
  a.grams = b.grams;
  b.grams = g;
}
template <>
struct less<Weight> {
  bool operator()(const Weight& a, const Weight& b) const { return a.grams < b.grams; }
};
template <>
struct default_delete<Weight> {
  void operator()(Weight* w) const { delete w; }
};
}  // namespace std
bool lighter(Weight a, Weight b) {
  std::swap(a, b);
  std::unique_ptr<Weight> p(new Weight{3});
  return std::less<Weight>()(a, *p);
}
