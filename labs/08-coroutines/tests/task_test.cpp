#include "task.h"

#include <gtest/gtest.h>

#include <coroutine>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "frames.h"
#include "run_now.h"

namespace {

using Noted = std::vector<std::string>;

Task<int> half(int n) {
  if (n % 2 != 0) throw std::domain_error("odd");
  co_return n / 2;
}

Task<int> quarter(int n) {
  const int h = co_await half(n);
  co_return co_await half(h);
}

Task<std::unique_ptr<int>> box(int n) { co_return std::make_unique<int>(n); }

Task<int> unbox(int n) {
  const auto boxed = co_await box(n);
  co_return *boxed;
}

Task<> note(Noted& noted, std::string what) {
  noted.push_back(std::move(what));
  co_return;
}

Task<> note_around(Noted& noted) {
  auto inner = note(noted, "inner");
  noted.emplace_back("before");
  co_await std::move(inner);
  noted.emplace_back("after");
}

Task<> fail() {
  throw std::domain_error("it failed");
  co_return;
}

Task<std::string> what_fails() {
  // co_await does not stand in a handler, so the message is kept for after it.
  std::string what = "nothing";
  try {
    co_await fail();
  } catch (const std::domain_error& error) {
    what = error.what();
  }
  co_return what;
}

Task<int> framed(Frames::Mark /*mark*/, int n) {
  if (n < 0) throw std::domain_error("below zero");
  co_return n;
}

Task<int> framed_twice(Frames& frames, int n) { co_return co_await framed(frames.mark(), n); }

/// Awaited, keeps the coroutine until the test resumes it.
struct Gate {
  [[nodiscard]] bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> coroutine) noexcept { waits = coroutine; }
  void await_resume() const noexcept {}

  std::coroutine_handle<> waits;
};

Task<int> wait_at(Gate& gate) {
  co_await gate;
  co_return 5;
}

Task<> wait_behind(Gate& gate, int& result) { result = co_await wait_at(gate); }

}  // namespace

static_assert(!std::is_copy_constructible_v<Task<int>>, "two owners would destroy one frame");

TEST(TaskTest, GivesItsResult) {
  EXPECT_EQ(run_now(half(10)), 5);
  EXPECT_EQ(run_now(quarter(20)), 5);
}

TEST(TaskTest, GivesAResultThatCanOnlyBeMoved) { EXPECT_EQ(run_now(unbox(3)), 3); }

TEST(TaskTest, BeginsWhenItIsAwaited) {
  Noted noted;
  auto task = note_around(noted);
  EXPECT_EQ(noted, Noted{}) << "the body ran before it was awaited";
  run_now(std::move(task));
  EXPECT_EQ(noted, (Noted{"before", "inner", "after"}));
}

TEST(TaskTest, PassesOnWhatItsBodyThrows) {
  EXPECT_THROW((void)run_now(half(3)), std::domain_error);
  EXPECT_THROW((void)run_now(quarter(6)), std::domain_error) << "6 has no quarter: the second half fails";
  EXPECT_THROW(run_now(fail()), std::domain_error);
  EXPECT_EQ(run_now(what_fails()), "it failed");
}

TEST(TaskTest, ResumesTheAwaitingCoroutineWhenItHasEnded) {
  Gate gate;
  int result = 0;
  Outcome<void> outcome;
  int ended = 0;
  Runner runner(keep(wait_behind(gate, result), outcome));
  runner.start([&ended]() -> std::coroutine_handle<> {
    ++ended;
    return std::noop_coroutine();
  });
  EXPECT_EQ(result, 0) << "the task waits, and yet the coroutine that awaits it went on";
  ASSERT_EQ(ended, 0);
  ASSERT_TRUE(gate.waits);
  gate.waits.resume();
  EXPECT_EQ(result, 5) << "the task has ended, and the coroutine that awaits it was not resumed";
  EXPECT_EQ(ended, 1) << "this is how often the end was reached";
}

TEST(TaskTest, DestroysItsFrameOnce) {
  Frames frames;
  { const auto never_awaited = framed(frames.mark(), 1); }
  frames.expect_that_all_are_gone("after a task that nobody awaited");
  EXPECT_EQ(run_now(framed(frames.mark(), 2)), 2);
  frames.expect_that_all_are_gone("after a task that was awaited");
  EXPECT_EQ(run_now(framed_twice(frames, 3)), 3);
  frames.expect_that_all_are_gone("after a task within another one");
  EXPECT_THROW((void)run_now(framed_twice(frames, -1)), std::domain_error);
  frames.expect_that_all_are_gone("after an exception");
}

TEST(TaskTest, MovesWithItsFrame) {
  Frames frames;
  {
    auto first = framed(frames.mark(), 1);
    auto second = std::move(first);
    auto third = framed(frames.mark(), 3);
    third = std::move(second);
    EXPECT_EQ(frames.alive(), 1) << "an assignment destroys what was there before";
    EXPECT_EQ(run_now(std::move(third)), 1);
    third = framed(frames.mark(), 4);
    EXPECT_EQ(run_now(std::move(third)), 4);
  }
  frames.expect_that_all_are_gone("after the tasks");
}
