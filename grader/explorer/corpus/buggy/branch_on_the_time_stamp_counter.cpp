// finding: nondeterminism
// A worker reads the processor's time-stamp counter and does one more step when it has an odd number of one-bits.
// Under one and the same schedule the program does one step in one run and two in the next.
#include <x86intrin.h>

#include <atomic>
#include <bit>
#include <thread>

int main() {
  std::atomic<int> steps{0};
  std::thread worker([&] {
    ++steps;
    if (std::popcount(__rdtsc()) % 2 == 1) ++steps;
  });
  worker.join();
}
