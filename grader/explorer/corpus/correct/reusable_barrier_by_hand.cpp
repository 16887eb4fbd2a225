// finding: none
// A barrier that can be used again: the last to arrive starts a new generation, and the others wait
// for the generation to change, not for the count, which is already counting the next round.
#include <array>
#include <cassert>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <thread>

class Barrier {
 public:
  void arrive_and_wait() {
    std::unique_lock lock(mutex_);
    const int mine = generation_;
    if (++arrived_ == 2) {
      arrived_ = 0;
      ++generation_;
      changed_.notify_all();
    }
    changed_.wait(lock, [&] { return generation_ != mine; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int arrived_ = 0;     // guarded by mutex_
  int generation_ = 0;  // guarded by mutex_
};
int main() {
  Barrier barrier;
  std::array<int, 2> step{};  // each element is written by its thread only
  auto work = [&](std::size_t self) {
    step[self] = 1;
    barrier.arrive_and_wait();
    assert(step[1 - self] == 1);
    barrier.arrive_and_wait();  // until the other has looked
    step[self] = 2;
  };
  std::thread first(work, 0);
  std::thread second(work, 1);
  first.join();
  second.join();
  assert(step[0] + step[1] == 4);
}
