#include "offload.h"

#include <exception>
#include <utility>

void ResumeOnPool::await_suspend(std::coroutine_handle<> coroutine) { pool_.post(coroutine); }

Task<int> offload(EventLoop& loop, ThreadPool& pool, std::function<int()> blocking) {
  Outcome<int> outcome;
  co_await resume_on(pool);
  // A handler cannot await: so the exception is kept for the way back.
  try {
    outcome.set_value(blocking());
  } catch (...) {
    outcome.set_exception(std::current_exception());
  }
  co_await resume_on(loop);
  co_return outcome.take();
}
