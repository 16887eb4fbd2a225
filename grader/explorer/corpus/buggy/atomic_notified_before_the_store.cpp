// finding: lost-wakeup
// The setter notifies first and stores afterwards.
// The woken waiter sees the old value and sleeps again, and no notification follows the new one.
#include <atomic>
#include <thread>

int main() {
  std::atomic<int> flag{0};
  std::thread waiter([&] { flag.wait(0); });
  std::thread setter([&] {
    flag.notify_one();
    flag.store(1);
  });
  waiter.join();
  setter.join();
}
