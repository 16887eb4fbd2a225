// finding: livelock
// Each thread raises its flag and spins until the other's flag is down; then it works and lowers its own.
// If both flags go up before either looks, both spin for ever: nobody is blocked and nothing happens.
#include <atomic>
#include <thread>

int main() {
  std::atomic<bool> left_flag{false};
  std::atomic<bool> right_flag{false};
  int visits = 0;
  const auto enter = [&](std::atomic<bool>& mine, std::atomic<bool>& other) {
    mine = true;
    while (other) std::this_thread::yield();
    ++visits;
    mine = false;
  };
  std::thread left([&] { enter(left_flag, right_flag); });
  std::thread right([&] { enter(right_flag, left_flag); });
  left.join();
  right.join();
}
