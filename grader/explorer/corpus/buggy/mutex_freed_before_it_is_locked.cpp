// finding: use-after-free or lock-misuse
// The worker counts itself as gone before it locks the mutex of the room for the last time.
#include <atomic>
#include <mutex>
#include <thread>

struct Room {
  std::mutex mutex;
};

int main() {
  std::atomic<bool> gone{false};
  auto* room = new Room;
  std::thread worker([&gone, room] {
    gone = true;
    room->mutex.lock();
    room->mutex.unlock();
  });
  const bool is_gone = gone;
  if (is_gone) delete room;
  worker.join();
  if (!is_gone) delete room;
}
