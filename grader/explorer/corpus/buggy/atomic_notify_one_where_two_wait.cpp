// finding: lost-wakeup
// Two threads wait at the gate, and the opener notifies one of them.
// When both sleep already, the other one sleeps for ever.
#include <atomic>
#include <thread>

int main() {
  std::atomic<int> gate{0};
  std::thread first([&] { gate.wait(0); });
  std::thread second([&] { gate.wait(0); });
  std::thread opener([&] {
    gate.store(1);
    gate.notify_one();
  });
  first.join();
  second.join();
  opener.join();
}
