#include <functional>
#include <string>
#include <unordered_map>
struct Key {
  std::string name;
  int n;
  bool operator==(const Key&) const = default;
};
template <>
struct std::hash<Key> {
  std::size_t operator()(const Key& k) const noexcept {
    return std::hash<std::string>{}(k.name) ^ static_cast<std::size_t>(k.n);
  }
};
int looked_up(const Key& k) {
  static std::unordered_map<Key, int> m;
  return m[k];
}
