// finding: starvation
// bypass-bound: 3
// The modest thread never queues for the lock: it tries it, and when it is taken it yields and tries again.
// The busy thread takes the lock six times, and each try of the modest one can fall into such a time.
#include <mutex>
#include <thread>

int main() {
  std::mutex mutex;
  int work = 0;
  std::thread busy([&] {
    for (int lap = 0; lap < 6; ++lap) {
      std::scoped_lock lock(mutex);
      ++work;
    }
  });
  std::thread modest([&] {
    while (!mutex.try_lock()) std::this_thread::yield();
    ++work;
    mutex.unlock();
  });
  busy.join();
  modest.join();
}
