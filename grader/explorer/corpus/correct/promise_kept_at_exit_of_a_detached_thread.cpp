// finding: none
// thread-sanitizer: false alarm
// A detached thread owns its promise and keeps it when it ends; main waits for that, so the thread
// no longer touches main's variables when they go.
#include <cassert>
#include <future>
#include <thread>
#include <utility>

int main() {
  int log = 0;  // written by the thread, read after get()
  std::promise<int> promise;
  std::future<int> reply = promise.get_future();

  std::thread([&log, promise = std::move(promise)]() mutable {
    log = 3;
    promise.set_value_at_thread_exit(4);
  }).detach();

  assert(reply.get() == 4);
  assert(log == 3);
}
