#include "offload.h"

#include <coroutine>
#include <memory>
#include <utility>

namespace {

/// A call on the pool, which both threads own.
struct Call {
  std::function<std::string()> blocking;
  Outcome<std::string> outcome;
};

struct Posted {
  [[nodiscard]] bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> waiting) {
    pool.post([call = this->call, &on = loop, waiting] {
      try {
        std::string result = call->blocking();
        call->outcome.return_value(std::move(result));
      } catch (...) {
        call->outcome.unhandled_exception();
      }
      on.post([waiting] { waiting.resume(); });
    });
  }
  void await_resume() const noexcept {}

  Loop& loop;
  ThreadPool& pool;
  std::shared_ptr<Call> call;
};

}  // namespace

Task<std::string> offload(Loop& loop, ThreadPool& pool, std::function<std::string()> blocking) {
  const auto call = std::make_shared<Call>();
  call->blocking = std::move(blocking);
  Posted posted{loop, pool, call};
  co_await posted;
  std::string result = call->outcome.take();
  co_return result;
}
