// finding: none
// Each thread raises the maximum in a loop: a failed exchange, spurious or not, reloads the current
// value, and the loop ends when that is large enough.
#include <atomic>
#include <cassert>
#include <thread>

int main() {
  std::atomic<int> maximum{4};

  auto offer = [&](int value) {
    int current = maximum.load();
    while (current < value && !maximum.compare_exchange_weak(current, value)) {
    }
    assert(maximum.load() >= value);
  };
  std::thread five(offer, 5);
  std::thread nine(offer, 9);
  std::thread two(offer, 2);
  five.join();
  nine.join();
  two.join();

  assert(maximum == 9);
}
