// finding: none
// An atomic_flag is set and announced; the waiter sleeps in wait() and then reads the plain
// message.
#include <atomic>
#include <cassert>
#include <thread>

int main() {
  std::atomic_flag sent;
  int message = 0;  // written before sent is set, read after

  std::thread receiver([&] {
    sent.wait(false);
    assert(message == 11);
    assert(sent.test());
  });
  std::thread sender([&] {
    message = 11;
    const bool was_set = sent.test_and_set();
    assert(!was_set);
    sent.notify_one();
  });
  receiver.join();
  sender.join();
}
