// finding: none
// Two threads wait for one deferred task: whichever asks first runs it, the other waits for it. The
// body runs once and both see what it wrote.
#include <cassert>
#include <future>
#include <thread>

int main() {
  int runs = 0;  // written by the task, read after get()
  std::shared_future<int> first_copy = std::async(std::launch::deferred, [&] {
    ++runs;
    return 9;
  });
  std::shared_future<int> second_copy = first_copy;

  std::thread first([&] { assert(first_copy.get() == 9); });
  std::thread second([&] {
    assert(second_copy.get() == 9);
    assert(runs == 1);
  });
  first.join();
  second.join();

  assert(runs == 1);
}
