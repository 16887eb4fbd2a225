// finding: thread-leak
// A detached guard waits at a semaphore which it shares with main; main returns without a release.
// The guard is blocked for ever when the program ends.
#include <memory>
#include <semaphore>
#include <thread>

int main() {
  auto dismissed = std::make_shared<std::binary_semaphore>(0);
  std::thread guard([dismissed] { dismissed->acquire(); });
  guard.detach();
}
