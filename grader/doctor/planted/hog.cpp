// Planted for the doctor: asks for three times the memory that its limit allows, and must be ended for it.
#include <cstdlib>
#include <cstring>
#include <iostream>

int main() {
  constexpr std::size_t kMegabyte = 1 << 20;
  for (int i = 0; i < 192; ++i) {
    void* block = std::malloc(kMegabyte);
    if (block == nullptr) return EXIT_SUCCESS;
    std::memset(block, 1, kMegabyte);
  }
  std::cout << "had all of it\n";
  return EXIT_SUCCESS;
}
