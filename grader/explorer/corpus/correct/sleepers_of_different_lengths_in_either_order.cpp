// finding: none
// The short sleeper will usually sign first, but nothing says so: the list is locked, and the check
// accepts both orders.
#include <cassert>
#include <chrono>
#include <mutex>
#include <string>
#include <thread>

int main() {
  using namespace std::chrono_literals;
  std::mutex mutex;
  std::string signatures;  // guarded by mutex

  auto sleep_and_sign = [&](std::chrono::milliseconds nap, char name) {
    std::this_thread::sleep_for(nap);
    std::lock_guard lock(mutex);
    signatures += name;
  };
  std::thread short_nap(sleep_and_sign, 1ms, 's');
  std::thread long_nap(sleep_and_sign, 3ms, 'l');
  short_nap.join();
  long_nap.join();

  assert(signatures == "sl" || signatures == "ls");
}
