#include <coroutine>
#include <thread>
struct OnNewThread {
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> h) {
    std::jthread([h] { h.resume(); }).detach();
  }
  void await_resume() noexcept {}
};
struct Detached {
  struct promise_type {
    Detached get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
};
Detached hop(int& out) {
  co_await OnNewThread{};
  out = 1;
}
