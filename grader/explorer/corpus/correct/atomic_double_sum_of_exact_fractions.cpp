// finding: none
// Floating-point additions on one atomic; all the values are sums of powers of two, so the result
// does not depend on the order.
#include <atomic>
#include <cassert>
#include <thread>

int main() {
  std::atomic<double> litres{1.0};

  std::thread pourer([&] {
    litres.fetch_add(0.5);
    litres.fetch_add(0.25);
  });
  std::thread drinker([&] {
    litres.fetch_sub(0.125);
    double level = litres.load();
    while (!litres.compare_exchange_weak(level, level - 0.125)) {
    }
  });
  pourer.join();
  drinker.join();

  assert(litres == 1.5);
}
