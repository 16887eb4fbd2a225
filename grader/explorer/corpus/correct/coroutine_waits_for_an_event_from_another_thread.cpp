// finding: none
// One thread starts a coroutine that awaits an event, another sets it: whichever comes second at
// the atomic word carries the coroutine on.
#include <atomic>
#include <cassert>
#include <coroutine>
#include <thread>

struct Event : std::suspend_always {  // with an await_suspend and await_resume of its own
  std::atomic<void*> state{nullptr};  // nobody yet, the waiting coroutine, or this when set
  int news = 0;                       // written before state is set
  void set(int value) {
    news = value;
    void* waiting = state.exchange(this);
    if (waiting != nullptr) std::coroutine_handle<>::from_address(waiting).resume();
  }
  bool await_suspend(std::coroutine_handle<> self) {
    void* nobody = nullptr;
    return state.compare_exchange_strong(nobody, self.address());  // else carry on at once
  }
  int await_resume() const { return news; }
};
struct Task {
  struct promise_type {
    Task get_return_object() { return {std::coroutine_handle<promise_type>::from_promise(*this)}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
  std::coroutine_handle<> handle;
};
Task add_one(Event& event, int& result) { result = co_await event + 1; }

int main() {
  Event event;
  int result = 0;  // written by the coroutine, read when both threads are joined
  Task task;       // written by the starter, read when it is joined
  std::thread starter([&] { task = add_one(event, result); });
  std::thread setter([&] { event.set(4); });
  starter.join();
  setter.join();
  assert(result == 5);
  task.handle.destroy();
}
