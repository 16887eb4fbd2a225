#include "iteration.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <system_error>
#include <vector>

#include "no_threads.h"

namespace {

using namespace std::chrono_literals;

/// Ways that take as long as the test says. Nothing else moves the clock.
class FakeWays {
 public:
  Way one_thread(std::vector<std::chrono::nanoseconds> times) { return way('1', std::move(times)); }
  Way many_threads(std::vector<std::chrono::nanoseconds> times) { return way('n', std::move(times)); }

  Clock clock() {
    return [this] { return now_; };
  }

  [[nodiscard]] const std::string& calls() const { return calls_; }

 private:
  Way way(char name, std::vector<std::chrono::nanoseconds> times) {
    return [this, name, times = std::move(times), next = std::size_t{0}](std::uint64_t start, int steps) mutable {
      EXPECT_EQ(start, 3U);
      EXPECT_EQ(steps, 20);
      EXPECT_LT(next, times.size()) << "compare makes more runs than the test asked for";
      calls_ += name;
      now_ += times[next++ % times.size()];
      return std::uint64_t{35'443};
    };
  }

  std::chrono::nanoseconds now_{};
  std::string calls_;
};

}  // namespace

TEST(IterationTest, StepGivesTheLastFiveDigits) {
  EXPECT_EQ(step(3), 7U);
  EXPECT_EQ(step(7), 43U);
  EXPECT_EQ(step(1'807), 63'443U);  // of 3'263'443
  EXPECT_EQ(step(0), 1U);
}

TEST(IterationTest, StepDoesNotOverflow) { EXPECT_EQ(step(18'446'744'073'709'551'615U), 56'611U); }

TEST(IterationTest, TwentyStepsFromThree) {
  EXPECT_EQ(iterate(3, 20), 35'443U);
  EXPECT_EQ(iterate(3, 1), 7U);
  EXPECT_EQ(iterate(3, 0), 3U);
}

TEST(IterationTest, ThreadsGiveTheSameValue) {
  for (const int times : {0, 1, 2, 20}) EXPECT_EQ(iterate_on_threads(3, times), iterate(3, times)) << times << " times";
}

TEST(IterationTest, OneWayNeedsThreadsAndTheOtherNone) {
  const NoThreads none;
  EXPECT_EQ(iterate(3, 20), 35'443U) << "the calling thread does all the work";
  EXPECT_THROW((void)iterate_on_threads(3, 1), std::system_error)
      << "no thread could be started, so on which one did the step run? Each step needs a thread of its own";
}

TEST(CompareTest, RunsBothWaysInTurn) {
  FakeWays ways;
  (void)compare(ways.one_thread({1us, 1us, 1us}), ways.many_threads({2us, 2us, 2us}), 3, 20, 3, ways.clock());
  EXPECT_EQ(ways.calls(), "1n1n1n");
}

TEST(CompareTest, ComparesMedians) {
  FakeWays ways;
  const Comparison found =
      compare(ways.one_thread({90us, 10us, 12us}), ways.many_threads({48us, 40us, 900us}), 3, 20, 3, ways.clock());
  EXPECT_EQ(found.one_thread, 12us);
  EXPECT_EQ(found.many_threads, 48us);
  EXPECT_DOUBLE_EQ(found.speedup, 0.25);
  EXPECT_FALSE(found.worth_it);
}

TEST(CompareTest, TakesTheMeanOfTheMiddleTwo) {
  FakeWays ways;
  const Comparison found =
      compare(ways.one_thread({8us, 2us, 4us, 100us}), ways.many_threads({1us, 2us, 4us, 9us}), 3, 20, 4, ways.clock());
  EXPECT_EQ(found.one_thread, 6us);
  EXPECT_EQ(found.many_threads, 3us);
}

TEST(CompareTest, SaysWhenThreadsAreWorthIt) {
  FakeWays ways;
  const Comparison found = compare(ways.one_thread({30us}), ways.many_threads({10us}), 3, 20, 1, ways.clock());
  EXPECT_DOUBLE_EQ(found.speedup, 3);
  EXPECT_TRUE(found.worth_it);
}

TEST(CompareTest, RefusesWaysThatDisagree) {
  FakeWays ways;
  const Way wrong = [](std::uint64_t, int) { return std::uint64_t{1}; };
  EXPECT_THROW((void)compare(ways.one_thread({1us}), wrong, 3, 20, 1, ways.clock()), std::runtime_error);
}
