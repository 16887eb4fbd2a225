#include "offload.h"

#include <coroutine>
#include <utility>

namespace {

/// Lets a function be called on the pool, and the coroutine go on on the loop's thread.
class OnThePool {
 public:
  OnThePool(Loop& loop, ThreadPool& pool, std::function<std::string()> blocking)
      : loop_(loop), pool_(pool), blocking_(std::move(blocking)) {}

  [[nodiscard]] bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> waiting) {
    pool_.post([this, waiting] {
      try {
        outcome_.return_value(blocking_());
      } catch (...) {
        outcome_.unhandled_exception();
      }
      loop_.post(waiting);  // the last that this thread does with this object, which may be gone at once
    });
  }
  std::string await_resume() { return outcome_.take(); }

 private:
  Loop& loop_;
  ThreadPool& pool_;
  const std::function<std::string()> blocking_;
  Outcome<std::string> outcome_;
};

}  // namespace

Task<std::string> offload(Loop& loop, ThreadPool& pool, std::function<std::string()> blocking) {
  OnThePool call(loop, pool, std::move(blocking));
  std::string result = co_await call;
  co_return result;
}
