// finding: none
// Main starts a generator and puts it into a locked queue; the consumer takes it out and pulls the
// next value. Only the thread that has the handle touches the frame.
#include <cassert>
#include <coroutine>
#include <mutex>
#include <queue>
#include <thread>
struct Odd {
  struct promise_type {
    int current = -1;
    Odd get_return_object() { return {std::coroutine_handle<promise_type>::from_promise(*this)}; }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void unhandled_exception() {}
  };
  std::coroutine_handle<promise_type> handle;
  int next() { return handle.resume(), handle.promise().current; }
};
struct Step : std::suspend_always {
  void await_suspend(std::coroutine_handle<Odd::promise_type> self) { self.promise().current += 2; }
};
Odd count_up() {
  while (true) co_await Step{};
}
int main() {
  std::mutex mutex;
  std::queue<Odd> queue;  // guarded by mutex
  std::thread consumer([&] {
    std::unique_lock lock(mutex);
    while (queue.empty()) {
      lock.unlock();
      std::this_thread::yield();
      lock.lock();
    }
    assert(queue.front().next() == 3);
    queue.front().handle.destroy();
  });
  Odd odd = count_up();
  assert(odd.next() == 1);
  std::unique_lock lock(mutex);
  queue.push(odd);
  lock.unlock();
  consumer.join();
}
