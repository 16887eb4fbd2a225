// finding: assertion
// Two buyers take a seat from an atomic number of free seats with one compare-exchange each.
// A buyer whose exchange fails goes on as if it had a seat: fewer seats are taken than tickets given out.
#include <atomic>
#include <cassert>
#include <thread>

int main() {
  std::atomic<int> free_seats{5};
  std::atomic<int> tickets{0};
  const auto buy = [&] {
    int seen = free_seats;
    free_seats.compare_exchange_strong(seen, seen - 1);
    ++tickets;
  };
  std::thread first(buy);
  std::thread second(buy);
  first.join();
  second.join();
  assert(free_seats + tickets == 5);
}
