// finding: none
// A hundred guests come in at the same time, each through the turnstile, and wait at the bar until all are in.
#include <cassert>
#include <latch>
#include <mutex>
#include <thread>
#include <vector>

int main() {
  constexpr int kGuests = 100;
  std::mutex turnstile;
  int inside = 0;
  std::latch all_in(kGuests);
  std::vector<std::thread> guests;
  guests.reserve(kGuests);
  for (int i = 0; i < kGuests; ++i) {
    guests.emplace_back([&] {
      {
        const std::lock_guard lock(turnstile);
        ++inside;
      }
      all_in.arrive_and_wait();
      assert(inside == kGuests);
    });
  }
  for (std::thread& guest : guests) guest.join();
}
