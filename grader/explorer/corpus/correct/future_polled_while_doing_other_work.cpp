// finding: none
// Main looks at the future from time to time and does other work in between; how often it looks is
// left open, only the value counts.
#include <cassert>
#include <chrono>
#include <future>

int main() {
  using namespace std::chrono_literals;
  int prepared = 0;  // written by the task, read after get()
  std::future<int> task = std::async(std::launch::async, [&] {
    prepared = 1;
    return 20;
  });

  int looks = 0;
  while (task.wait_for(1ms) != std::future_status::ready) {
    ++looks;
  }
  assert(task.get() == 20);
  assert(prepared == 1);
  assert(looks >= 0);
}
