#include <coroutine>
#include <cstdio>
#include <thread>

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

Task count(int& steps) {
  for (;;) {
    ++steps;
    co_await std::suspend_always{};
  }
}

int main() {
  int steps = 0;
  const Task task = count(steps);
  std::thread one([&] { task.handle.resume(); });
  std::thread two([&] { task.handle.resume(); });
  one.join();
  two.join();
  task.handle.destroy();
  std::printf("%d\n", steps);
}
