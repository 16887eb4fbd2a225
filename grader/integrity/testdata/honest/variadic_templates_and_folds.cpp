#include <iostream>
template <class... T>
auto total(T... x) {
  return (x + ... + 0);
}
template <class... T>
void show_all(const T&... x) {
  ((std::cout << x << ' '), ...);
}
int totals() {
  show_all(1, 'c', 2.5);
  return total(1, 2, 3);
}
