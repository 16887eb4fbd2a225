// finding: none
// The painter writes the back buffer while the screen reads the front one; the completion function
// of the barrier exchanges the two when both are done.
#include <array>
#include <barrier>
#include <cassert>
#include <cstddef>
#include <thread>

int main() {
  std::array<int, 2> buffers{0, 0};
  std::size_t front = 0;  // changed by the completion function only
  auto exchange = [&]() noexcept { front = 1 - front; };
  std::barrier frame_end(2, exchange);

  std::thread painter([&] {
    for (int frame = 1; frame <= 2; ++frame) {
      buffers[1 - front] = frame;
      frame_end.arrive_and_wait();
    }
  });
  std::thread screen([&] {
    for (int frame = 1; frame <= 2; ++frame) {
      assert(buffers[front] == frame - 1);
      frame_end.arrive_and_wait();
    }
  });
  painter.join();
  screen.join();

  assert(buffers[front] == 2);
}
