#include <atomic>
#include <memory>
std::shared_ptr<int> shared_box;
int swapped(int x) {
  auto old = std::atomic_exchange(&shared_box, std::make_shared<int>(x));
  return old ? *old : 0;
}
