#include <coroutine>
#include <cstdio>

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

Task work() {
  std::printf("b");
  co_await std::suspend_always{};
  std::printf("d");
}

int main() {
  const Task task = work();
  std::printf("a");
  task.handle.resume();
  std::printf("c");
  task.handle.resume();
  task.handle.destroy();
}
