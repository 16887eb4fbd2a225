// finding: assertion
// A ticket lock: take a number and wait until it is served.
// The number is taken by a load and a store: two threads can draw the same ticket and are served together.
#include <atomic>
#include <cassert>
#include <thread>

int main() {
  std::atomic<int> next_ticket{0};
  std::atomic<int> now_serving{0};
  std::atomic<int> inside{0};
  const auto be_served = [&] {
    const int ticket = next_ticket;
    next_ticket = ticket + 1;  // fetch_add would be right
    while (now_serving < ticket) std::this_thread::yield();
    assert(++inside == 1);
    --inside;
    ++now_serving;
  };
  std::thread first(be_served);
  std::thread second(be_served);
  first.join();
  second.join();
}
