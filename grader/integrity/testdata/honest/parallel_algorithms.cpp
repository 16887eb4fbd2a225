#include <algorithm>
#include <numeric>
#include <vector>
long transformed(std::vector<long> v) {
  std::for_each(v.begin(), v.end(), [](long& x) { x *= 2; });
  return std::reduce(v.begin(), v.end());
}
