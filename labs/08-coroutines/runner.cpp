#include "runner.h"

/// The coroutine's return type: what the compiler finds the promise by.
struct Runner::Body {
  using promise_type = Promise;

  std::coroutine_handle<> handle;
};

struct Runner::Promise {
  struct AtTheEnd {
    [[nodiscard]] bool await_ready() const noexcept { return false; }
    // Not inlined: another thread may destroy the frame as soon as `ended` has been called, and clang 14 keeps locals
    // of an inlined await_suspend in the frame (https://github.com/llvm/llvm-project/issues/56301).
    [[gnu::noinline]] std::coroutine_handle<> await_suspend(std::coroutine_handle<Promise> runner) const noexcept {
      const Ended call = std::move(runner.promise().ended);  // on the stack, for the same reason
      return call();
    }
    void await_resume() const noexcept {}
  };

  Body get_return_object() { return {std::coroutine_handle<Promise>::from_promise(*this)}; }
  std::suspend_always initial_suspend() const noexcept { return {}; }
  AtTheEnd final_suspend() const noexcept { return {}; }
  void return_void() const noexcept {}
  [[noreturn]] void unhandled_exception() const noexcept { std::terminate(); }

  Ended ended;
};

Runner::Body Runner::body(Task<> task) { co_await std::move(task); }

void Runner::Destroy::operator()(void* frame) const { std::coroutine_handle<>::from_address(frame).destroy(); }

Runner::Runner(Task<> task) : frame_(body(std::move(task)).handle.address()) {}

void Runner::start(Ended ended) {
  const auto handle = std::coroutine_handle<Promise>::from_address(frame_.get());
  handle.promise().ended = std::move(ended);
  handle.resume();
}
