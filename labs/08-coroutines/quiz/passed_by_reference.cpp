#include <coroutine>
#include <cstdio>
#include <memory>

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

Task show(const int& number) {
  std::printf("%d\n", number);
  co_return;
}

int main() {
  auto number = std::make_unique<int>(7);
  const Task task = show(*number);
  number.reset();
  task.handle.resume();
  task.handle.destroy();
}
