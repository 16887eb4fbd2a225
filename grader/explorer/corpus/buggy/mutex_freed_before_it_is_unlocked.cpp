// finding: use-after-free or lock-misuse
// The worker says that it is done while it still holds the box's mutex: main, which looks under another mutex, may free
// the box before the worker unlocks it.
#include <mutex>
#include <thread>

struct Box {
  std::mutex mutex;
  int value = 0;
};

int main() {
  auto* box = new Box;
  std::mutex done_mutex;
  bool done = false;
  std::thread worker([&, box] {
    const std::scoped_lock lock(box->mutex);
    box->value = 1;
    const std::scoped_lock say(done_mutex);
    done = true;
  });
  done_mutex.lock();
  const bool is_done = done;
  done_mutex.unlock();
  if (is_done) delete box;
  worker.join();
  if (!is_done) delete box;
}
