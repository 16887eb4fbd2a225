#pragma once

#include <coroutine>
#include <cstddef>
#include <stdexcept>
#include <stop_token>
#include <vector>

#include "outcome.h"
#include "runner.h"
#include "task.h"

// Part 4: several tasks at once. Read README.md first.

/// Awaited, starts all the runners, in their order, on the thread that awaits. The coroutine goes on when all their
/// tasks have ended, on the thread on which the last one has. The tasks may end on any threads, also at the same time.
class [[nodiscard]] StartAll {
 public:
  /// \param runners  none of them started; not touched by others before this was awaited
  explicit StartAll(std::vector<Runner>& runners);

  [[nodiscard]] bool await_ready() const noexcept { return false; }
  std::coroutine_handle<> await_suspend(std::coroutine_handle<> awaiting);
  void await_resume() const noexcept {}
};

/// Runs all the tasks at the same time: none waits for another one. Begins and goes on as StartAll does.
/// \return their results, in the order of the tasks
/// \throw what a task has thrown, after all have ended; of several, the first one in the order of the tasks
template <class T>
Task<std::vector<T>> when_all(std::vector<Task<T>> /*tasks*/) {
  throw std::logic_error("when_all is not written yet: see part 4 of README.md");
}
Task<> when_all(std::vector<Task<>> tasks);

/// The task that was the first to end.
template <class T>
struct First {
  std::size_t index = 0;
  T value;
};

/// Runs all the tasks at the same time. As soon as one has ended, requests a stop of `others`, which makes the other
/// ones end if they heed its token, and waits until all have ended. Begins and goes on as StartAll does.
/// \return the result of the first one that has ended, and its place among the tasks; what the others give or throw is
///         dropped
/// \throw what the first one has thrown
/// \throw std::invalid_argument when there are no tasks
template <class T>
// NOLINTNEXTLINE(performance-unnecessary-value-param): a coroutine keeps its own source
Task<First<T>> when_any(std::vector<Task<T>> /*tasks*/, std::stop_source /*others*/) {
  throw std::logic_error("when_any is not written yet: see part 4 of README.md");
}
