// finding: none
// A token goes round three threads twice. All wait on one condition variable for different things,
// so every pass must notify all.
#include <cassert>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

int main() {
  std::mutex mutex;
  std::condition_variable passed;
  int holder = 0;     // guarded by mutex
  std::string trace;  // guarded by mutex

  auto take_part = [&](int self) {
    for (int round = 0; round < 2; ++round) {
      std::unique_lock lock(mutex);
      passed.wait(lock, [&] { return holder == self; });
      trace += static_cast<char>('a' + self);
      holder = (self + 1) % 3;
      passed.notify_all();
    }
  };
  std::thread ann(take_part, 0);
  std::thread bob(take_part, 1);
  std::thread cem(take_part, 2);
  ann.join();
  bob.join();
  cem.join();

  assert(trace == "abcabc");
}
