// finding: none
// A coroutine runs its three parts in main and in two threads, one joined before the next begins;
// its local variable lives in the frame and needs no lock.
#include <cassert>
#include <coroutine>
#include <thread>

struct Walk {
  struct promise_type {
    Walk get_return_object() { return {std::coroutine_handle<promise_type>::from_promise(*this)}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
  std::coroutine_handle<promise_type> handle;
};

Walk walk(int& distance) {
  int steps = 1;
  co_await std::suspend_always{};
  steps += 2;
  co_await std::suspend_always{};
  steps += 3;
  distance = steps;
}

int main() {
  int distance = 0;
  const Walk tour = walk(distance);

  std::thread first([&] { tour.handle.resume(); });
  first.join();
  std::thread second([&] { tour.handle.resume(); });
  second.join();

  assert(tour.handle.done());
  assert(distance == 6);
  tour.handle.destroy();
}
