#include <coroutine>
#include <string>

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

Task measure(const std::string& text, std::size_t& length) {
  length = text.find('!');
  co_return;
}

int main() {
  std::size_t length = 0;
  const Task task = measure(std::string("a text that is too long for the object itself!"), length);
  task.handle.resume();
  task.handle.destroy();
}
