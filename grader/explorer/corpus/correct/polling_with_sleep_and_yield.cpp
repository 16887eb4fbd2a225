// finding: none
// Two pollers wait for an atomic flag, one sleeping and one yielding between looks. The naps only
// save time: the flag alone orders the plain value.
#include <atomic>
#include <cassert>
#include <chrono>
#include <thread>

int main() {
  using namespace std::chrono_literals;
  int value = 0;  // written before done, read after
  std::atomic<bool> done{false};

  std::thread sleeper([&] {
    while (!done.load()) {
      std::this_thread::sleep_for(1ms);
    }
    assert(value == 9);
  });
  std::thread yielder([&] {
    while (!done.load()) {
      std::this_thread::yield();
    }
    assert(value == 9);
  });
  std::thread worker([&] {
    std::this_thread::sleep_for(1ms);
    value = 9;
    done.store(true);
  });
  sleeper.join();
  yielder.join();
  worker.join();
}
