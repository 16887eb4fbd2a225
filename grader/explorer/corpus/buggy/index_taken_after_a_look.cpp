// finding: memory
// Two painters take the fences to paint by an atomic index. Each looks whether one is left, and takes it then: when one
// fence is left, both can look before either takes, and one of them paints what lies behind the last.
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

int main() {
  std::vector<int> coats(3);
  std::atomic<std::size_t> next{0};
  const auto paint = [&] {
    while (next < coats.size()) ++coats[next++];
  };
  std::thread first(paint);
  std::thread second(paint);
  first.join();
  second.join();
}
