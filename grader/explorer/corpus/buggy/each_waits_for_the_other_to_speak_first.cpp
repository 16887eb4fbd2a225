// finding: deadlock
// Two threads exchange greetings over atomics: each waits for the other's flag and then raises its own.
// Neither raises its flag before it has seen the other's.
#include <atomic>
#include <thread>

int main() {
  std::atomic<bool> host_spoke{false};
  std::atomic<bool> guest_spoke{false};
  const auto answer = [](std::atomic<bool>& heard, std::atomic<bool>& said) {
    heard.wait(false);
    said = true;
    said.notify_one();
  };
  std::thread host([&] { answer(guest_spoke, host_spoke); });
  std::thread guest([&] { answer(host_spoke, guest_spoke); });
  host.join();
  guest.join();
}
