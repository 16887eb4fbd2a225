// Right, but ThreadSanitizer's own pthread_once hangs after a call that throws. RACE uses two flags for one value.
#include <mutex>
#include <stdexcept>
#include <thread>

std::once_flag flag;
std::once_flag other_flag;
int value = 0;

void initialise(std::once_flag& once, bool fail) {
  try {
    std::call_once(once, [&] {
      if (fail) throw std::runtime_error("not yet");
      ++value;
    });
  } catch (const std::runtime_error&) {
  }
}

int main() {
  initialise(flag, true);
  std::thread other([] { initialise(flag, false); });
#ifdef RACE
  initialise(other_flag, false);
#else
  initialise(flag, false);
#endif
  other.join();
  return value > 0 ? 0 : 1;
}
