#pragma once

#include <coroutine>
#include <functional>

#include "event_loop.h"
#include "task.h"
#include "thread_pool.h"

// Part 6: threads. You write these functions in offload.cpp. Read README.md first.

/// What `resume_on(pool)` gives, to be awaited.
class [[nodiscard]] ResumeOnPool {
 public:
  explicit ResumeOnPool(ThreadPool& pool) : pool_(pool) {}

  [[nodiscard]] bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> coroutine);
  void await_resume() const noexcept {}

 private:
  [[maybe_unused]] ThreadPool& pool_;  // used in offload.cpp, once you have written it
};

/// Awaited, it moves the coroutine to the pool: what follows runs on one of the pool's threads.
inline ResumeOnPool resume_on(ThreadPool& pool) { return ResumeOnPool(pool); }

/// Calls a function that may block, on a thread of the pool, while the loop goes on with others.
/// \return what the function gives; the coroutine that awaits it goes on on the loop's thread, also after an exception
/// \throw what the function throws
Task<int> offload(EventLoop& loop, ThreadPool& pool, std::function<int()> blocking);
