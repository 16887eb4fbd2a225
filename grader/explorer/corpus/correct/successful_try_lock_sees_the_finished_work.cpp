// finding: none
// The cleaner looks in only if the room is free and not yet clean, and otherwise comes back; a
// try_lock that succeeds synchronizes with the unlock before, so it sees all that was done inside.
#include <cassert>
#include <mutex>
#include <thread>

int main() {
  std::mutex door;
  int cups_left = 0;          // guarded by door
  bool meeting_over = false;  // guarded by door

  std::thread guests([&] {
    std::lock_guard lock(door);
    cups_left = 3;
    meeting_over = true;
  });
  std::thread cleaner([&] {
    bool clean = false;
    while (!clean) {
      if (door.try_lock()) {
        clean = meeting_over;
        cups_left = clean ? cups_left - 3 : cups_left;
        door.unlock();
      }
      std::this_thread::yield();
    }
  });
  guests.join();
  cleaner.join();

  assert(cups_left == 0);
}
