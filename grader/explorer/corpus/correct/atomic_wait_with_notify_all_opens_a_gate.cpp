// finding: none
// Two threads sleep on a closed gate; the third writes the plain notice, opens the gate and wakes
// all who wait. One that comes later does not sleep at all.
#include <atomic>
#include <cassert>
#include <thread>

int main() {
  std::atomic<bool> open{false};
  int notice = 0;  // written before the gate opens

  auto visitor = [&] {
    open.wait(false);
    assert(notice == 3);
  };
  std::thread ann(visitor);
  std::thread bob(visitor);
  std::thread porter([&] {
    notice = 3;
    open.store(true);
    open.notify_all();
  });
  ann.join();
  bob.join();
  porter.join();
}
