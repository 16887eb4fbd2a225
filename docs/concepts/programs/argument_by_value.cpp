#include <coroutine>
#include <vector>

struct Task {
  struct promise_type {
    Task get_return_object() { return {std::coroutine_handle<promise_type>::from_promise(*this)}; }
    std::suspend_always initial_suspend() { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
  std::coroutine_handle<promise_type> handle;
};

Task add(std::vector<int> numbers, int& total) {
  for (const int number : numbers) total += number;
  co_return;
}

int main() {
  int total = 0;
  const Task task = add({1, 2, 3}, total);
  task.handle.resume();
  task.handle.destroy();
}
