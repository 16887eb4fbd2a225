// finding: none
// thread-sanitizer: false alarm
// The value becomes visible only when the thread has ended and its thread-local object is gone, so
// the future's owner may use what that destructor wrote.
#include <cassert>
#include <future>
#include <thread>

struct Cleaner {
  int* room;
  ~Cleaner() { *room = 1; }
};

int main() {
  int room = 0;  // 1 when clean; written at the worker's end, read after get()
  std::promise<int> answer;
  std::future<int> reply = answer.get_future();

  std::thread worker([&] {
    thread_local Cleaner cleaner{&room};
    assert(*cleaner.room == 0);
    answer.set_value_at_thread_exit(8);
  });
  assert(reply.get() == 8);
  assert(room == 1);
  worker.join();
}
