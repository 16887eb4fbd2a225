// finding: none
// The host asks the latch now and then instead of sleeping; once try_wait says yes it may read what
// the guests wrote. A spurious no only costs another round.
#include <array>
#include <cassert>
#include <latch>
#include <thread>

int main() {
  std::array<int, 2> gifts{};
  std::latch here(2);

  std::thread host([&] {
    while (!here.try_wait()) {
      std::this_thread::yield();
    }
    assert(gifts[0] + gifts[1] == 5);
  });
  std::thread ann([&] {
    gifts[0] = 2;
    here.count_down();
  });
  std::thread bob([&] {
    gifts[1] = 3;
    here.count_down();
  });
  host.join();
  ann.join();
  bob.join();
}
