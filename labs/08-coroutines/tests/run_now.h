#pragma once

#include <gtest/gtest.h>

#include <coroutine>
#include <utility>

#include "outcome.h"
#include "runner.h"
#include "task.h"

/// Runs a task that waits for nothing, without a loop.
/// \return what it returns, or throws
template <class T>
T run_now(Task<T> task) {
  Outcome<T> outcome;
  bool ended = false;
  Runner runner(keep(std::move(task), outcome));
  runner.start([&ended]() -> std::coroutine_handle<> {
    ended = true;
    return std::noop_coroutine();
  });
  EXPECT_TRUE(ended) << "the task has not come to its end, or the coroutine that awaits it was not resumed";
  return outcome.take();
}
