// finding: lock-misuse
// A door and its mutex live on the heap; the guard holds the mutex until it is told to go home.
// main tears the door down first: the mutex is destroyed while the guard holds it.
#include <memory>
#include <mutex>
#include <semaphore>
#include <thread>

struct Door {
  std::mutex mutex;
};

int main() {
  auto door = std::make_unique<Door>();
  std::binary_semaphore locked(0);
  std::binary_semaphore go_home(0);
  std::thread guard([&, mutex = &door->mutex] {
    mutex->lock();
    locked.release();
    go_home.acquire();
    mutex->unlock();
  });
  locked.acquire();
  door.reset();
  go_home.release();
  guard.join();
}
