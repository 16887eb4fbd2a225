// finding: deadlock
// A pool of one worker runs tasks in the order they came; the first task waits for the result of the second.
// The only worker is busy waiting, so the second task never runs.
#include <functional>
#include <future>
#include <queue>
#include <thread>

int main() {
  std::promise<int> inner;
  std::future<int> inner_result = inner.get_future();
  int total = 0;
  std::queue<std::function<void()>> tasks;
  tasks.push([&] { total = 1 + inner_result.get(); });
  tasks.push([&] { inner.set_value(2); });
  std::thread worker([&] {
    for (; !tasks.empty(); tasks.pop()) tasks.front()();
  });
  worker.join();
}
