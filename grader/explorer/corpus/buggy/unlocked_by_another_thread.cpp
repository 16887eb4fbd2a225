// finding: lock-misuse
// main locks a mutex as a closed door, and the worker unlocks it to open the door.
// A mutex belongs to the thread that locked it, and only that one may unlock it (a semaphore may do this).
#include <mutex>
#include <thread>

int main() {
  std::mutex door;
  door.lock();
  std::thread worker([&] { door.unlock(); });
  worker.join();
}
