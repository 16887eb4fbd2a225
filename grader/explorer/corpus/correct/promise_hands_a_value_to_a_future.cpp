// finding: none
// The promise carries a value and, with it, everything its thread wrote before: the plain note may
// be read after get().
#include <cassert>
#include <future>
#include <thread>

int main() {
  std::promise<int> answer;
  std::future<int> reply = answer.get_future();
  int note = 0;  // written before the promise is kept, read after get()

  std::thread worker([&] {
    note = 5;
    answer.set_value(42);
  });
  assert(reply.get() == 42);
  assert(note == 5);
  worker.join();
}
