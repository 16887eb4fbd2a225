// finding: starvation
// bypass-bound: 2
// A hand-made spin lock over an exchange: a thread that happens to look when it is free gets it.
// Two busy threads take it in turns while the third, which came before most of them, finds it taken each time.
#include <atomic>
#include <thread>

class SpinLock {
 public:
  void lock() {
    while (taken_.exchange(true, std::memory_order_acquire)) std::this_thread::yield();
  }
  void unlock() { taken_.store(false, std::memory_order_release); }

 private:
  std::atomic<bool> taken_{false};
};

int main() {
  SpinLock spin_lock;
  int work = 0;
  const auto run = [&](int laps) {
    for (int lap = 0; lap < laps; ++lap) {
      spin_lock.lock();
      ++work;
      spin_lock.unlock();
    }
  };
  std::thread busy([&] { run(3); });
  std::thread busier([&] { run(3); });
  std::thread patient([&] { run(1); });
  busy.join();
  busier.join();
  patient.join();
}
