#include <coroutine>
#include <thread>

struct Task {
  struct promise_type {
    Task get_return_object() { return {}; }
    std::suspend_never initial_suspend() { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
};

struct NewThread {
  std::thread& thread;
  bool await_ready() { return false; }
  [[gnu::noinline]] void await_suspend(std::coroutine_handle<> rest) {
    std::thread& started = thread;  // once the rest runs, this object may be gone
    started = std::thread(rest);
  }
  void await_resume() {}
};

Task count_on(std::thread& thread, int& count) {
  ++count;
  co_await NewThread{thread};
  ++count;
}

int main() {
  std::thread thread;
  int count = 0;
  count_on(thread, count);
  ++count;
  thread.join();
}
