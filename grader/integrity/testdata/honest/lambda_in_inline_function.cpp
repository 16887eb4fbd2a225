#include <algorithm>
#include <vector>
inline void descending(std::vector<int>& v) {
  std::sort(v.begin(), v.end(), [](int a, int b) { return a > b; });
}
void sort_both(std::vector<int>& a, std::vector<int>& b) {
  descending(a);
  descending(b);
}
