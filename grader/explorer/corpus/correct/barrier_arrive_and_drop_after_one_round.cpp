// finding: none
// One worker takes part in the first round only and drops out; the second round then waits for the
// other two alone.
#include <atomic>
#include <barrier>
#include <cassert>
#include <thread>

int main() {
  std::barrier meeting(3);
  std::atomic<int> first_round{0};
  std::atomic<int> second_round{0};

  auto stay = [&] {
    ++first_round;
    meeting.arrive_and_wait();
    assert(first_round == 3);
    ++second_round;
    meeting.arrive_and_wait();
    assert(second_round == 2);
  };
  std::thread ann(stay);
  std::thread bob(stay);
  std::thread guest([&] {
    ++first_round;
    meeting.arrive_and_drop();
  });
  ann.join();
  bob.join();
  guest.join();
}
