#include <memory>
#include <vector>
template <class T>
struct Counting {
  using value_type = T;
  static inline std::size_t made = 0;
  Counting() = default;
  template <class U>
  Counting(const Counting<U>&) {}
  T* allocate(std::size_t n) {
    made += n;
    return std::allocator<T>().allocate(n);
  }
  void deallocate(T* p, std::size_t n) { std::allocator<T>().deallocate(p, n); }
  bool operator==(const Counting&) const = default;
};
std::size_t counted_vector() {
  std::vector<int, Counting<int>> v(100);
  return Counting<int>::made;
}
