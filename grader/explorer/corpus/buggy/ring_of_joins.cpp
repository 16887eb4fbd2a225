// finding: deadlock
// Three threads pass a gate and then each joins the next one in the ring.
// Nobody can end before its successor has ended, so nobody ends.
#include <array>
#include <latch>
#include <thread>

int main() {
  std::array<std::thread, 3> ring;
  std::latch gate(1);
  std::latch done(3);
  for (std::size_t i = 0; i < ring.size(); ++i) {
    ring[i] = std::thread([&, i] {
      gate.wait();
      ring[(i + 1) % ring.size()].join();
      done.count_down();
    });
  }
  gate.count_down();
  done.wait();
}
