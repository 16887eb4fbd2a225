// finding: lost-wakeup
// The setter stores the value that the waiter waits for, and does not notify.
// A waiter that comes first sleeps for ever; one that comes later, or still looks before it sleeps, goes on.
#include <atomic>
#include <thread>

int main() {
  std::atomic<int> flag{0};
  std::thread waiter([&] { flag.wait(0); });
  std::thread setter([&] { flag.store(1); });
  waiter.join();
  setter.join();
}
