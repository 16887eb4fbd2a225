// finding: none
// A thread ends in the middle of a call: its automatic objects are destroyed, its cleanup handler runs, and so does the
// destructor of its own value. main ends the same way, and the last worker goes on without it.
#include <pthread.h>

#include <cassert>
#include <mutex>
#include <thread>

namespace {

std::mutex mutex;
int unlocked_by = 0;  // guarded by mutex
pthread_key_t key;
int steps = 0;

void add_ten(void* to) { *static_cast<int*>(to) += 10; }
void add_hundred(void* to) { *static_cast<int*>(to) += 100; }

void leave() {
  const std::scoped_lock lock(mutex);
  ++unlocked_by;
  pthread_exit(&steps);
}

void* work(void*) {
  pthread_setspecific(key, &steps);
  pthread_cleanup_push(add_ten, &steps);
  leave();
  pthread_cleanup_pop(0);
  return nullptr;
}

}  // namespace

int main() {
  pthread_key_create(&key, add_hundred);
  pthread_t worker{};
  pthread_create(&worker, nullptr, work, nullptr);
  void* result = nullptr;
  pthread_join(worker, &result);
  assert(result == &steps && steps == 110);
  std::thread([] {
    const std::scoped_lock lock(mutex);
    assert(unlocked_by == 1);
  }).detach();
  pthread_exit(nullptr);
}
