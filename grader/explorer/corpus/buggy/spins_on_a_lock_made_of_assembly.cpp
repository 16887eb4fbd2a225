// finding: time-out
// Two threads share a spin lock whose instructions are written by hand, so nothing sees them as a lock.
// The second spins for ever on a lock that the first holds while it waits for the second.
#include <atomic>
#include <thread>

namespace {

void lock(int& word) {
  int taken = 1;
  while (taken != 0) asm volatile("xchgl %0, %1" : "+r"(taken), "+m"(word));
}

}  // namespace

int main() {
  int word = 0;
  std::atomic<bool> second_is_done{false};
  std::thread first([&] {
    lock(word);
    while (!second_is_done) std::this_thread::yield();
  });
  std::thread second([&] {
    lock(word);
    second_is_done = true;
  });
  first.join();
  second.join();
}
