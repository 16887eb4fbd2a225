// finding: none
// Three threads exchange the prize for nothing; exchange is one indivisible step, so exactly one of
// them finds it.
#include <atomic>
#include <cassert>
#include <thread>

int main() {
  std::atomic<int> prize{7};
  std::atomic<int> taken{0};
  std::atomic<int> empty_handed{0};

  auto reach_in = [&] {
    if (const int found = prize.exchange(0); found != 0) {
      taken += found;
    } else {
      ++empty_handed;
    }
  };
  std::thread ann(reach_in);
  std::thread bob(reach_in);
  std::thread cem(reach_in);
  ann.join();
  bob.join();
  cem.join();

  assert(taken == 7);
  assert(empty_handed == 2);
}
