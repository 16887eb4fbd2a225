#include <coroutine>
#include <cstdio>
#include <thread>

std::thread other;

struct OnAnotherThread {
  bool await_ready() { return false; }
  void await_suspend(std::coroutine_handle<> handle) {
    other = std::thread([handle] { handle.resume(); });
  }
  void await_resume() {}
};

struct Job {
  struct promise_type {
    Job get_return_object() { return {}; }
    std::suspend_never initial_suspend() { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
};

Job work() {
  std::printf("a");
  co_await OnAnotherThread{};
  std::printf("b");
}

int main() {
  work();
  std::printf("c");
  other.join();
}
