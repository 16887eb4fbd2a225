// finding: nondeterminism
// A worker takes the long way round when the address of a page has bit 12 set.
// The page comes from the system and is never given back, so each call of main has another one.
#include <sys/mman.h>

#include <atomic>
#include <cstdint>
#include <thread>

int main() {
  std::atomic<int> steps{0};
  const void* page = mmap(nullptr, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  std::thread worker([&] {
    ++steps;
    if ((reinterpret_cast<std::uintptr_t>(page) >> 12U) % 2 == 1) ++steps;
  });
  worker.join();
}
