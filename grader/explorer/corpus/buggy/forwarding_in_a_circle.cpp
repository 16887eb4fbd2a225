// finding: crash
// Two desks forward their mail: each checks that the other does not forward to it, and then forwards to the other.
// Check and change are two critical sections: both can pass the check, and delivery recurses until the stack is full.
#include <array>
#include <mutex>
#include <thread>

struct Hop {
  const Hop* previous;
  int desk;
};

int deliver(const std::array<int, 2>& forward_to, const Hop& hop) {
  const int next = forward_to[hop.desk];
  if (next == hop.desk) return hop.previous == nullptr ? 0 : hop.previous->desk;
  return deliver(forward_to, Hop{&hop, next}) + 1;
}

int main() {
  std::mutex mutex;
  std::array<int, 2> forward_to{0, 1};  // guarded by mutex; a desk that forwards to itself keeps its mail
  const auto go_on_holiday = [&](int desk) {
    std::unique_lock lock(mutex);
    const bool other_is_here = forward_to[1 - desk] == 1 - desk;
    lock.unlock();
    if (!other_is_here) return;
    lock.lock();
    forward_to[desk] = 1 - desk;
  };
  std::thread first([&] { go_on_holiday(0); });
  std::thread second([&] { go_on_holiday(1); });
  first.join();
  second.join();
  return deliver(forward_to, Hop{nullptr, 0}) < 0;
}
