// finding: none
// The count of users is guarded by the mutex beside it. The thread that takes it to zero unlocks first and
// then destroys both: nobody else can still want the lock.
#include <cassert>
#include <memory>
#include <mutex>
#include <thread>

struct Room {
  std::mutex mutex;
  int users = 2;  // guarded by mutex
};

int main() {
  auto room = std::make_unique<Room>();

  auto leave = [&room = *room, &owner = room] {
    std::unique_lock lock(room.mutex);
    const bool last = --room.users == 0;
    lock.unlock();
    if (last) {
      owner.reset();
    }
  };
  std::thread first(leave);
  std::thread second(leave);
  first.join();
  second.join();

  assert(room == nullptr);
}
