// finding: none
// Two binary semaphores pass the turn to and fro; the ball is a plain variable that only the thread
// whose turn it is touches.
#include <cassert>
#include <semaphore>
#include <thread>

int main() {
  std::binary_semaphore ping_turn(1);
  std::binary_semaphore pong_turn(0);
  int ball = 0;  // touched only by the thread whose turn it is

  auto play = [&](std::binary_semaphore& mine, std::binary_semaphore& other, int odd) {
    for (int i = 0; i < 2; ++i) {
      mine.acquire();
      assert(ball % 2 == odd);
      ++ball;
      other.release();
    }
  };
  std::thread ping([&] { play(ping_turn, pong_turn, 0); });
  std::thread pong([&] { play(pong_turn, ping_turn, 1); });
  ping.join();
  pong.join();

  assert(ball == 4);
}
