#pragma once

#include <coroutine>
#include <cstddef>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <stop_token>
#include <utility>
#include <vector>

#include "outcome.h"
#include "runner.h"
#include "task.h"

/// Awaited, starts all the runners, in their order, on the thread that awaits. The coroutine goes on when all their
/// tasks have ended, on the thread on which the last one has. The tasks may end on any threads, also at the same time.
class [[nodiscard]] StartAll {
 public:
  /// \param runners  none of them started; not touched by others before this was awaited
  explicit StartAll(std::vector<Runner>& runners) : runners_(runners) {}

  [[nodiscard]] bool await_ready() const noexcept { return false; }
  bool await_suspend(std::coroutine_handle<> awaiting);
  void await_resume() const noexcept {}

 private:
  std::coroutine_handle<> one_ended();

  std::vector<Runner>& runners_;
  std::mutex mutex_;
  std::size_t ended_ = 0;             // guarded by mutex_
  std::coroutine_handle<> awaiting_;  // guarded by mutex_; set when all have been started
};

/// Runs all the tasks at the same time: none waits for another one. Begins and goes on as StartAll does.
/// \return their results, in the order of the tasks
/// \throw what a task has thrown, after all have ended; of several, the first one in the order of the tasks
template <class T>
Task<std::vector<T>> when_all(std::vector<Task<T>> tasks) {
  std::vector<Outcome<T>> outcomes(tasks.size());
  std::vector<Runner> runners;
  runners.reserve(tasks.size());
  for (std::size_t i = 0; i < tasks.size(); ++i) runners.emplace_back(keep(std::move(tasks[i]), outcomes[i]));
  co_await StartAll(runners);
  std::vector<T> results;
  results.reserve(outcomes.size());
  for (auto& outcome : outcomes) results.push_back(outcome.take());
  co_return results;
}
Task<> when_all(std::vector<Task<>> tasks);

/// The task that was the first to end.
template <class T>
struct First {
  std::size_t index = 0;
  T value;
};

/// Which of those that race was the first.
class Winner {
 public:
  /// \return whether this is the first call
  bool is(std::size_t index) {
    const std::scoped_lock lock(mutex_);
    if (index_) return false;
    index_ = index;
    return true;
  }
  [[nodiscard]] std::size_t index() {
    const std::scoped_lock lock(mutex_);
    return index_.value();
  }

 private:
  std::mutex mutex_;
  std::optional<std::size_t> index_;  // guarded by mutex_
};

/// Runs all the tasks at the same time. As soon as one has ended, requests a stop of `others`, which makes the other
/// ones end if they heed its token, and waits until all have ended. Begins and goes on as StartAll does.
/// \return the result of the first one that has ended, and its place among the tasks; what the others give or throw is
///         dropped
/// \throw what the first one has thrown
/// \throw std::invalid_argument when there are no tasks
template <class T>
Task<First<T>> when_any(std::vector<Task<T>> tasks, std::stop_source others) {
  if (tasks.empty()) throw std::invalid_argument("the first of no tasks");
  std::vector<Outcome<T>> outcomes(tasks.size());
  Winner winner;
  std::vector<Runner> runners;
  runners.reserve(tasks.size());
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    const auto race = [](Task<T> task, Outcome<T>& outcome, std::size_t index, Winner& first,
                         std::stop_source stop) -> Task<> {
      co_await keep(std::move(task), outcome);
      if (first.is(index)) stop.request_stop();
    };
    runners.emplace_back(race(std::move(tasks[i]), outcomes[i], i, winner, others));
  }
  co_await StartAll(runners);
  const std::size_t first = winner.index();
  co_return First<T>{first, outcomes[first].take()};
}
