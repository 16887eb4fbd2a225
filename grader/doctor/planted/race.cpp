// Planted for the doctor: ThreadSanitizer must report a data race on `shared`.
#include <thread>

int shared = 0;

int main() {
  std::thread other([] { shared = 1; });
  shared = 2;
  other.join();
  return 0;
}
