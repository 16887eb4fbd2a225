// finding: deadlock
// Two workers meet at a barrier after each of two rounds; the second worker gives up after the first round.
// It does not drop out of the barrier, so the first worker waits for it in the second round.
#include <barrier>
#include <thread>

int main() {
  std::barrier meeting(2);
  std::thread steady([&] {
    meeting.arrive_and_wait();
    meeting.arrive_and_wait();
  });
  std::thread quitter([&] {
    meeting.arrive_and_wait();  // arrive_and_drop would be right
  });
  steady.join();
  quitter.join();
}
