// finding: early-exit
// A worker that finds the flag down ends the whole program, where it was to end itself.
#include <atomic>
#include <exception>
#include <thread>

int main() {
  std::atomic<bool> work{false};
  std::thread worker([&] {
    if (!work.load()) std::terminate();
  });
  work.store(true);
  worker.join();
}
