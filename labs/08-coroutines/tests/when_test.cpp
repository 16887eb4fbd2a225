#include "when.h"

#include <gtest/gtest.h>

#include <memory>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "cancelled.h"
#include "frames.h"
#include "loop_fixture.h"

namespace {

using Noted = std::vector<std::string>;

template <class... Tasks>
auto list(Tasks... tasks) {
  std::vector<std::common_type_t<Tasks...>> all;
  all.reserve(sizeof...(tasks));
  (all.push_back(std::move(tasks)), ...);
  return all;
}

Task<int> ready(int value) { co_return value; }

Task<std::unique_ptr<int>> box(EventLoop& loop, Duration duration) {
  co_await loop.sleep_for(duration);
  co_return std::make_unique<int>(1);
}

Task<> sleep(Frames::Mark /*mark*/, EventLoop& loop, Duration duration) { co_await loop.sleep_for(duration); }

Task<int> fail_after(EventLoop& loop, Duration duration, std::string what) {
  co_await loop.sleep_for(duration);
  throw std::domain_error(what);
}

Task<> fail_with_nothing(EventLoop& loop, Duration duration) {
  co_await loop.sleep_for(duration);
  throw std::domain_error("nothing");
}

/// Notes when it is destroyed, as what a coroutine holds.
class Notes {
 public:
  Notes(VirtualLoop& test, std::string what) : test_(test), what_(std::move(what)) {}
  Notes(const Notes&) = delete;
  Notes& operator=(const Notes&) = delete;
  ~Notes() { test_.note(what_); }

 private:
  VirtualLoop& test_;
  std::string what_;
};

Task<int> hold_while_sleeping(VirtualLoop& test, Duration duration, std::string what, std::stop_token stop) {
  const Notes held(test, what);
  co_await test.loop.sleep_for(duration, std::move(stop));
  co_return 0;
}

std::string message_of(VirtualLoop& test, Task<std::vector<int>> task) {
  try {
    (void)test.loop.run(std::move(task));
  } catch (const std::domain_error& error) {
    return error.what();
  }
  return "no exception";
}

}  // namespace

TEST(WhenAllTest, TakesAsLongAsTheLongestAndKeepsTheOrder) {
  VirtualLoop test;
  EventLoop& loop = test.loop;
  const auto results = loop.run(when_all(list(after(loop, 300ms, 3), after(loop, 100ms, 1), after(loop, 200ms, 2))));
  EXPECT_EQ(results, (std::vector{3, 1, 2})) << "in the order of the tasks, and not in that of their ends";
  EXPECT_EQ(test.elapsed(), 300ms);
}

TEST(WhenAllTest, FiveSleepsOfHalfASecondTakeHalfASecond) {
  VirtualLoop test;
  Frames frames;
  std::vector<Task<>> tasks;
  tasks.reserve(5);
  for (int i = 0; i < 5; ++i) tasks.push_back(sleep(frames.mark(), test.loop, 500ms));
  test.loop.run(when_all(std::move(tasks)));
  EXPECT_EQ(test.elapsed(), 500ms);
  frames.expect_that_all_are_gone("after all have ended");
}

TEST(WhenAllTest, TakesTasksThatNeverWaitAndNoTasks) {
  VirtualLoop test;
  EXPECT_EQ(test.loop.run(when_all(list(ready(1), ready(2)))), (std::vector{1, 2}));
  EXPECT_EQ(test.loop.run(when_all(list(ready(1), after(test.loop, 1ms, 2), ready(3)))), (std::vector{1, 2, 3}));
  EXPECT_EQ(test.loop.run(when_all(std::vector<Task<int>>{})), std::vector<int>{});
  test.loop.run(when_all(std::vector<Task<>>{}));
}

TEST(WhenAllTest, GivesResultsThatCanOnlyBeMoved) {
  VirtualLoop test;
  const auto boxes = test.loop.run(when_all(list(box(test.loop, 2ms), box(test.loop, 1ms))));
  ASSERT_EQ(boxes.size(), 2U);
  EXPECT_EQ(*boxes[0] + *boxes[1], 2);
}

TEST(WhenAllTest, ThrowsWhenAllHaveEnded) {
  VirtualLoop test;
  EventLoop& loop = test.loop;
  EXPECT_EQ(message_of(test, when_all(list(after(loop, 30ms, 0), fail_after(loop, 20ms, "first in the order"),
                                           fail_after(loop, 10ms, "first in time")))),
            "first in the order");
  EXPECT_EQ(test.elapsed(), 30ms) << "the task that was not done yet is waited for";
  Frames frames;
  std::vector<Task<>> tasks;
  tasks.push_back(sleep(frames.mark(), loop, 20ms));
  tasks.push_back(fail_with_nothing(loop, 10ms));
  EXPECT_THROW(loop.run(when_all(std::move(tasks))), std::domain_error);
  EXPECT_EQ(test.elapsed(), 50ms);
  frames.expect_that_all_are_gone("after the exception");
}

TEST(WhenAnyTest, GivesTheFirstAndItsPlace) {
  VirtualLoop test;
  EventLoop& loop = test.loop;
  std::stop_source others;
  const auto stop = others.get_token();
  const auto first = loop.run(
      when_any(list(after(loop, 300ms, 3, stop), after(loop, 100ms, 1, stop), after(loop, 200ms, 2, stop)), others));
  EXPECT_EQ(first.index, 1U);
  EXPECT_EQ(first.value, 1);
  EXPECT_EQ(test.elapsed(), 100ms) << "the others were to stop";
  EXPECT_TRUE(others.stop_requested());
}

TEST(WhenAnyTest, WaitsUntilTheOthersHaveCleanedUp) {
  VirtualLoop test;
  std::stop_source others;
  const auto race = [](VirtualLoop& of, std::stop_source source) -> Task<> {
    const auto stop = source.get_token();
    const auto first = co_await when_any(
        list(hold_while_sleeping(of, 20ms, "loser", stop), hold_while_sleeping(of, 10ms, "winner", stop)), source);
    of.note("goes on after " + std::to_string(first.index));
  };
  test.loop.run(race(test, others));
  EXPECT_EQ(test.noted, (Noted{"winner", "loser", "goes on after 1"}));
  EXPECT_EQ(test.elapsed(), 10ms);
}

TEST(WhenAnyTest, WaitsForATaskThatDoesNotStop) {
  VirtualLoop test;
  EventLoop& loop = test.loop;
  const auto first = loop.run(when_any(list(after(loop, 30ms, 3), after(loop, 10ms, 1)), std::stop_source()));
  EXPECT_EQ(first.index, 1U);
  EXPECT_EQ(first.value, 1);
  EXPECT_EQ(test.elapsed(), 30ms) << "its frame cannot be destroyed while it sleeps";
}

TEST(WhenAnyTest, AnExceptionEndsTheRace) {
  VirtualLoop test;
  EventLoop& loop = test.loop;
  std::stop_source others;
  EXPECT_THROW(
      (void)loop.run(when_any(list(after(loop, 20ms, 2, others.get_token()), fail_after(loop, 10ms, "")), others)),
      std::domain_error);
  EXPECT_EQ(test.elapsed(), 10ms);
  const auto first = loop.run(when_any(list(fail_after(loop, 20ms, "too late"), after(loop, 10ms, 1)), others));
  EXPECT_EQ(first.value, 1) << "what the others throw is dropped";
}

TEST(WhenAnyTest, TheFirstOfTasksThatNeverWait) {
  VirtualLoop test;
  EventLoop& loop = test.loop;
  std::stop_source others;
  const auto first = loop.run(when_any(list(after(loop, 1h, 1, others.get_token()), ready(2), ready(3)), others));
  EXPECT_EQ(first.index, 1U);
  EXPECT_EQ(first.value, 2);
  EXPECT_EQ(test.elapsed(), 0s);
}

TEST(WhenAnyTest, RefusesNoTasks) {
  VirtualLoop test;
  EXPECT_THROW((void)test.loop.run(when_any(std::vector<Task<int>>{}, std::stop_source())), std::invalid_argument);
}
