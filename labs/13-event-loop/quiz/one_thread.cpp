#include <array>
#include <coroutine>
#include <cstdio>

struct Started {
  struct promise_type {
    std::coroutine_handle<promise_type> handle() { return std::coroutine_handle<promise_type>::from_promise(*this); }
    Started get_return_object() { return {handle()}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
  std::coroutine_handle<promise_type> coroutine;
};

int requests = 0;

Started count() {
  const int seen = requests;
  co_await std::suspend_always{};  // waits for a connection
  requests = seen + 1;
}

int main() {
  const std::array<Started, 2> ready{count(), count()};
  for (const Started& next : ready) next.coroutine.resume();
  std::printf("%d", requests);
}
