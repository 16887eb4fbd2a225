// finding: data-race
// The sender writes a message and then sets a plain bool; the receiver takes the message when it sees the bool set.
// The flag is not atomic, so flag and message are both read while they may be written.
#include <thread>

int main() {
  int message = 0;
  bool ready = false;
  int received = 0;
  std::thread sender([&] {
    message = 42;
    ready = true;
  });
  std::thread receiver([&] {
    if (ready) received = message;
  });
  sender.join();
  receiver.join();
}
