// Right: owners give a value back with a release, and the last one acquires with a fence. RACE has the fence too early.
#include <atomic>
#include <thread>

struct Shared {
  int first = 0;
  int second = 0;
  std::atomic<int> owners = 2;
};

Shared shared;

/// \return the sum that the last owner sees, 0 to the other
int give_back() {
#ifdef RACE
  std::atomic_thread_fence(std::memory_order_acquire);
#endif
  if (shared.owners.fetch_sub(1, std::memory_order_release) != 1) return 0;
#ifndef RACE
  std::atomic_thread_fence(std::memory_order_acquire);
#endif
  return shared.first + shared.second;
}

int main() {
  int seen_by_other = 0;
  std::thread other([&] {
    shared.first = 1;
    seen_by_other = give_back();
  });
  shared.second = 2;
  const int seen = give_back();
  other.join();
  return seen + seen_by_other - 3;
}
