// Planted for the doctor: ThreadSanitizer must report a data race on `shared`. Of two accesses that happen at the very
// same moment it can miss one, so there are many.
#include <array>
#include <thread>

std::array<int, 1000> shared{};

void count() {
  for (int& each : shared) ++each;
}

int main() {
  std::thread other(count);
  count();
  other.join();
  return 0;
}
