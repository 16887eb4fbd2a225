#include "offload.h"

#include <exception>
#include <optional>
#include <utility>

namespace {

Task<int> call(ThreadPool& pool, std::function<int()> blocking) {
  co_await resume_on(pool);
  co_return blocking();
}

}  // namespace

void ResumeOnPool::await_suspend(std::coroutine_handle<> coroutine) { pool_.post(coroutine); }

Task<int> offload(EventLoop& loop, ThreadPool& pool, std::function<int()> blocking) {
  std::optional<int> result;
  std::exception_ptr error;
  try {
    result = co_await call(pool, std::move(blocking));
  } catch (...) {
    error = std::current_exception();
  }
  co_await resume_on(loop);
  if (error) std::rethrow_exception(error);
  co_return result.value();
}
